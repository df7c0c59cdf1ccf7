using EduAid.Application.Documents;
using EduAid.Application.Pairing;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Pairing;

/// <param name="CorrectedBy">A later one has put it right.</param>
public sealed record RecordedPairVisit(PairVisit Visit, bool CorrectedBy, string Staff, bool Mine, IReadOnlyList<StoredDocument> Photos)
{
    public bool Counts => !CorrectedBy && !Visit.Withdrawn;
}

/// <summary>One paired household with what is on record; three questions beside the board's.</summary>
/// <param name="Line">With all months of the pairing.</param>
/// <param name="Visits">The latest first.</param>
public sealed record PairRecord(PairedLine Line, IReadOnlyList<RecordedPairVisit> Visits)
{
    /// <summary>Months that the page of a household shows, the latest.</summary>
    public const int Months = 12;

    public PairedHousehold Household => Line.Household;

    public static async Task<PairRecord?> LoadAsync(EduAidDbContext db, PairingBoard board, Guid id, Visitor visitor, DateOnly today, CancellationToken stop)
    {
        var all = await db.PairVisits.Where(v => v.Household == id).OrderByDescending(v => v.On).ThenByDescending(v => v.Number).ToListAsync(stop);
        var corrected = await PairVisit.CorrectedAsync(db, id, stop);
        if (await board.OfAsync(id, all, corrected, today, stop) is not { } line) return null;
        var photos = all.Count > 0 && DocumentRights.MayRead(visitor.Role, DocumentSubject.PairVisit)
            ? await StoredDocument.OfEachAsync(db, DocumentSubject.PairVisit, all.ConvertAll(v => $"{v.Id}"), stop) : Array.Empty<StoredDocument>().ToLookup(d => d.Subject);
        return new(line, [.. all.Select(v => Recorded(v, line.Household.Holders.Find(h => h.Id == v.Holder)))]);

        // A predecessor's pair is none of a teacher's rows: what was found is shown, by whom is not.
        RecordedPairVisit Recorded(PairVisit visit, PairHolder? holder) => new(visit, corrected.Contains(visit.Id), holder?.Staff ?? "", holder is not null, [.. photos[$"{visit.Id}"]]);
    }
}
