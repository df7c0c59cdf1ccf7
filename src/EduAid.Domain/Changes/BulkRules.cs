using EduAid.Domain.Values;

namespace EduAid.Domain.Changes;

/// <summary>What a row of a workbook of changes would do.</summary>
public enum BulkOutcome
{
    /// <summary>It holds at once.</summary>
    Changes = 1,

    /// <summary>It has a card in it: stored, and in force when a second person has looked at it.</summary>
    Review,

    /// <summary>It says what holds already, or nothing.</summary>
    Unchanged,

    /// <summary>It means nobody, or more than one.</summary>
    Unknown,
    Refused,
}

/// <summary>Why a row does nothing.</summary>
public enum BulkFault
{
    /// <summary>查无此人.</summary>
    Nobody = 1,

    /// <summary>Several pupils of this name at the school.</summary>
    SeveralPeople,

    /// <summary>On no list of the semester.</summary>
    NotListed,

    /// <summary>The workbook has the same pupil twice.</summary>
    Twice,

    /// <summary>The ID is a pupil's of another name: rows have slipped.</summary>
    NameDiffers,

    /// <summary>16 to 19 digits.</summary>
    CardWrong,
    CardMissing,
    HolderMissing,
    RelationMissing,
    GuardianIdWrong,
    PhoneWrong,
    TextTooLong,
}

/// <summary>One field of a row, before and after, in clear: whoever shows it masks it.</summary>
public sealed record FieldChange(ChangedField Field, string Before, string After)
{
    /// <summary>Prints nobody.</summary>
    public override string ToString() => $"{Field}";
}

/// <summary>What a row would do.</summary>
/// <param name="Payee">Whose the card is from then on; null where no card changes.</param>
public sealed record BulkLine(BulkOutcome Outcome, IReadOnlyList<BulkFault> Faults, IReadOnlyList<FieldChange> Changes, CardPayee? Payee = null);

/// <param name="Relation">与学生关系; null where the holder is the pupil.</param>
public sealed record CardPayee(string Holder, string? Relation);

/// <summary>Says what a row of a workbook of changes would do to a pupil. A row with anything wrong in it does nothing at all.</summary>
public static class BulkRules
{
    private const int LongestText = 40, LongestBank = 100;

    public static BulkLine Nobody(BulkFault why) => new(BulkOutcome.Unknown, [why], []);

    /// <param name="twice">The workbook has the pupil in another row too.</param>
    public static BulkLine Of(AskedChange asked, StandingDetails now, bool twice, DateOnly today)
    {
        var faults = new List<BulkFault>();
        if (twice) faults.Add(BulkFault.Twice);
        if (asked.Name.Length > 0 && PersonName.FoldName(asked.Name) != PersonName.FoldName(now.Name)) faults.Add(BulkFault.NameDiffers);
        var wanted = new Dictionary<ChangedField, string>();
        foreach (var (field, text) in asked.Values)
            if (Clean(field, text, asked.CardLost, today, faults) is { } value) wanted[field] = value;
        var changes = wanted.OrderBy(w => w.Key).Select(w => new FieldChange(w.Key, Standing(now, w.Key) ?? "", w.Value)).Where(c => !Same(c)).ToList();
        var payee = PayeeOf(wanted, now, changes, faults);
        if (faults.Count > 0) return new(BulkOutcome.Refused, [.. faults.Distinct()], changes);
        if (changes.Count == 0) return new(BulkOutcome.Unchanged, [], []);
        return new(changes.Exists(c => c.Field.OfCard()) ? BulkOutcome.Review : BulkOutcome.Changes, [], changes, payee);
    }

    private static string? Clean(ChangedField field, string text, bool cardLost, DateOnly today, List<BulkFault> faults)
    {
        switch (field)
        {
            case ChangedField.Card:
                var (card, problem) = BankCard.Parse(Text.Fold(text));
                if (!cardLost && problem is null) return card.Reveal();
                faults.Add(BulkFault.CardWrong);
                return null;
            case ChangedField.GuardianId:
                var id = Text.Fold(text).ToUpperInvariant();
                if (CitizenId.Parse(id, today).IsValid) return id;
                faults.Add(BulkFault.GuardianIdWrong);
                return null;
            case ChangedField.Phone:
                if (Telephone.Digits(text) is { Length: > 0 } phone) return phone;
                faults.Add(BulkFault.PhoneWrong);
                return null;
            default:
                var tidy = Text.Tidy(text);
                if (tidy.Length <= (field == ChangedField.Bank ? LongestBank : LongestText)) return tidy;
                faults.Add(BulkFault.TextTooLong);
                return null;
        }
    }

    private static string? Standing(StandingDetails now, ChangedField field) => field switch
    {
        ChangedField.Card => now.Card,
        ChangedField.Bank => now.Bank,
        ChangedField.Holder => now.Holder,
        ChangedField.Guardian => now.Guardian,
        ChangedField.Relation => now.Relation,
        ChangedField.GuardianId => now.GuardianId,
        _ => Telephone.Digits(now.Phone),
    };

    private static bool Same(FieldChange change) => change.Field is ChangedField.Holder or ChangedField.Guardian
        ? PersonName.FoldName(change.Before) == PersonName.FoldName(change.After) : Text.Fold(change.Before) == Text.Fold(change.After);

    // The payee is often not the pupil: then it is recorded whose the card is (domain.md section 4).
    private static CardPayee? PayeeOf(Dictionary<ChangedField, string> wanted, StandingDetails now, List<FieldChange> changes, List<BulkFault> faults)
    {
        if (!changes.Exists(c => c.Field.OfCard())) return null;
        if (!wanted.ContainsKey(ChangedField.Card) && string.IsNullOrEmpty(now.Card)) faults.Add(BulkFault.CardMissing);
        var replaced = changes.Exists(c => c.Field == ChangedField.Card);
        var holder = wanted.GetValueOrDefault(ChangedField.Holder) ?? (replaced ? null : now.Holder);
        if (string.IsNullOrWhiteSpace(holder))
        {
            faults.Add(BulkFault.HolderMissing);
            return null;
        }
        if (PersonName.FoldName(holder) == PersonName.FoldName(now.Name)) return new(holder, null);
        var guardian = wanted.GetValueOrDefault(ChangedField.Guardian) ?? now.Guardian;
        var same = now.Holder is { } before && PersonName.FoldName(holder) == PersonName.FoldName(before) ? now.HolderRelation : null;
        var relation = wanted.GetValueOrDefault(ChangedField.Relation)
            ?? (guardian is not null && PersonName.FoldName(holder) == PersonName.FoldName(guardian) ? now.Relation : null) ?? same;
        if (string.IsNullOrWhiteSpace(relation)) faults.Add(BulkFault.RelationMissing);
        return new(holder, relation);
    }
}
