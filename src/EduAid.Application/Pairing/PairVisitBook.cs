using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <param name="Content">What was done.</param>
/// <param name="Needs">What the household needs; null or blank where nothing was said.</param>
/// <param name="Corrects">The visit that this one puts right.</param>
/// <param name="Withdrawn">The visit that it puts right never was.</param>
public sealed record SentPairVisit(Guid Household, DateOnly On, string? Content, string? Needs, Guid? Corrects = null, bool Withdrawn = false)
{
    // A browser ends the lines of a text otherwise than a workbook does: the same words are the same visit.
    public string? Content { get; init; } = Content?.Trim().ReplaceLineEndings("\n");

    public string? Needs { get; init; } = string.IsNullOrWhiteSpace(Needs) ? null : Needs.Trim().ReplaceLineEndings("\n");
}

/// <summary>Paired households with their pairs and visits, to judge visits by: one for a form, all of a scope for a workbook.</summary>
internal sealed class PairVisitBook
{
    private readonly Dictionary<Guid, PairedHousehold> _households;
    private readonly ILookup<Guid, PairVisit> _visits;
    private readonly HashSet<Guid> _corrected;

    private PairVisitBook(Dictionary<Guid, PairedHousehold> households, List<PairVisit> visits, HashSet<Guid> corrected) =>
        (_households, _visits, _corrected) = (households, visits.ToLookup(v => v.Household), corrected);

    public IEnumerable<PairedHousehold> Households => _households.Values;

    /// <param name="household">One only, or null for all within the scope.</param>
    public static async Task<PairVisitBook> LoadAsync(EduAidDbContext db, Guid? household, CancellationToken stop)
    {
        var households = await db.PairedHouseholds.Where(h => household == null || h.Id == household).Include(h => h.Holders.OrderBy(p => p.From)).ToDictionaryAsync(h => h.Id, stop);
        var visits = await db.PairVisits.Where(v => household == null || v.Household == household).OrderBy(v => v.Number).ToListAsync(stop);
        return new(households, visits, await PairVisit.CorrectedAsync(db, household, stop));
    }

    public PairedHousehold? Find(Guid household) => _households.GetValueOrDefault(household);

    /// <summary>All of a household that the scope reaches, as they came.</summary>
    public IEnumerable<PairVisit> VisitsOf(Guid household) => _visits[household];

    public bool IsCorrected(PairVisit visit) => _corrected.Contains(visit.Id);

    /// <summary>Why a visit cannot be recorded; null where it can.</summary>
    public PairingRefusal? Judge(SentPairVisit sent, DateOnly today)
    {
        if (Find(sent.Household) is not { } household) return PairingRefusal.NotFound;
        if (sent.Withdrawn && sent.Corrects is null) return PairingRefusal.CorrectsOther;
        if (sent.Corrects is { } earlier)
        {
            var wrong = _visits[sent.Household].FirstOrDefault(v => v.Id == earlier);
            // A teacher reads what a predecessor wrote, and puts right the own alone.
            if (wrong is null || IsCorrected(wrong) || !household.Holders.Exists(h => h.Id == wrong.Holder)) return PairingRefusal.CorrectsOther;
        }
        if (sent.On > today) return PairingRefusal.DayAhead;
        if (household.HolderOn(sent.On) is null) return PairingRefusal.DayOutside;
        if (string.IsNullOrWhiteSpace(sent.Content)) return PairingRefusal.ContentMissing;
        return sent.Content.Length > PairVisit.LongestText || sent.Needs?.Length > PairVisit.LongestText ? PairingRefusal.TextTooLong : null;
    }
}
