using EduAid.Domain.Values;

namespace EduAid.Domain.Changes;

/// <summary>What a workbook of changes can change about a pupil.</summary>
public enum ChangedField
{
    Card = 1,
    Bank,

    /// <summary>户名.</summary>
    Holder,
    Guardian,

    /// <summary>与学生关系.</summary>
    Relation,
    GuardianId,
    Phone,
}

/// <summary>Fields that are one card: a new one is looked at by a second person before it is paid to.</summary>
public static class ChangedFields
{
    public static bool OfCard(this ChangedField field) => field is ChangedField.Card or ChangedField.Bank or ChangedField.Holder;

    /// <summary>As a page may show it.</summary>
    public static string Masked(this ChangedField field, string value) => field switch
    {
        ChangedField.Card => BankCard.Mask(value),
        ChangedField.GuardianId => CitizenId.Mask(value),
        ChangedField.Phone => Telephone.Mask(value),
        _ => value,
    };
}

/// <summary>One row of a workbook of changes.</summary>
/// <param name="Number">Place among all rows of the workbook, from 1.</param>
/// <param name="Row">As its sheet counts it.</param>
/// <param name="Id">The pupil's ID, folded; empty where the row goes by name and school.</param>
/// <param name="Values">What is to hold, by field; a blank cell asks for nothing and is not here.</param>
/// <param name="CardLost">The card's cell has lost digits, whatever it shows.</param>
public sealed record AskedChange(int Number, int Row, string Id, string Name, string School, IReadOnlyDictionary<ChangedField, string> Values, bool CardLost)
{
    /// <summary>Prints nobody.</summary>
    public override string ToString() => $"row {Row}";
}

/// <summary>What holds of a pupil now.</summary>
/// <param name="HolderRelation">与学生关系 of the card's holder; null where it is the pupil's own or none is stated.</param>
public sealed record StandingDetails(string Name, string? Card, string? Bank, string? Holder, string? HolderRelation, string? Guardian, string? Relation, string? GuardianId, string? Phone)
{
    /// <summary>Prints nobody.</summary>
    public override string ToString() => nameof(StandingDetails);
}
