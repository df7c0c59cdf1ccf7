using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Intake;

internal static class ImportNumbers
{
    /// <summary>The next free number of the county; safe within a change, because changes of one county wait for each other.</summary>
    public static async Task<int> NextImportNumberAsync(this EduAidDbContext db, CancellationToken stop)
    {
        var taken = await db.Imports.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).MaxAsync(i => (int?)i.Number, stop) ?? 0;
        var reserved = await db.StagedUploads.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).MaxAsync(u => (int?)u.LastNumber, stop) ?? 0;
        return 1 + Math.Max(taken, reserved);
    }
}
