using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments.Arrivals;

/// <summary>A drawn entry as the list shows it.</summary>
/// <param name="Line">With <paramref name="List"/> the place of the row, which its telephone is sealed to; an admission has no telephone.</param>
public sealed record DrawnEntry(ArrivalCheck Check, string Name, string? Grade, string? Class, long Fen, Guid List, int Line, byte[]? PhoneCipher, string? Guardian);

/// <summary>Reads the drawn entries of a sample in the order of the printed list, by one question.</summary>
public static class DrawnEntries
{
    public static Task<List<DrawnEntry>> OfAsync(EduAidDbContext db, Guid sample, CancellationToken stop) => (
        from check in db.ArrivalChecks
        where check.Sample == sample
        join entry in db.RosterEntries on check.Entry equals entry.Id
        from row in db.Enrolments.Where(r => r.List == entry.List && r.Line == entry.Line).DefaultIfEmpty()
        orderby check.Number
        select new DrawnEntry(check, entry.Name, entry.Grade, entry.Class, entry.Fen, entry.List, entry.Line, row.PhoneCipher, row.Guardian)).ToListAsync(stop);
}
