using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments.Arrivals;

/// <summary>A drawn entry as the list shows it.</summary>
/// <param name="Place">Place of the row on the school's list, for its telephone; null for admissions.</param>
public sealed record DrawnEntry(ArrivalCheck Check, string Name, string? Grade, string? Class, long Fen, PersonId Person, Guid List, int Line, byte[]? PhoneCipher, string? Guardian);

/// <summary>Reads the drawn entries of a sample in the order of the printed list, by one question.</summary>
public static class DrawnEntries
{
    public static Task<List<DrawnEntry>> OfAsync(EduAidDbContext db, Guid sample, CancellationToken stop) => (
        from check in db.ArrivalChecks
        where check.Sample == sample
        join entry in db.RosterEntries on check.Entry equals entry.Id
        from row in db.Enrolments.Where(r => r.List == entry.List && r.Line == entry.Line).DefaultIfEmpty()
        orderby check.Number
        select new DrawnEntry(check, entry.Name, entry.Grade, entry.Class, entry.Fen, entry.Person, entry.List, entry.Line, row.PhoneCipher, row.Guardian)).ToListAsync(stop);
}
