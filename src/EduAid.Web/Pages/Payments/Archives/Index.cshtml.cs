using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Archives;

/// <param name="Fen">Whole fen of approved rosters that pay.</param>
/// <param name="Closing">Null while the books are open.</param>
public sealed record ArchiveRow(string Programme, int Rosters, int Entries, long Fen, ProgrammeClosing? Closing);

/// <summary>Which programmes of the semester are closed and sealed, and which are still open.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public IReadOnlyList<ArchiveRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var approved = await db.Rosters
            .Where(r => r.Semester == Semester && r.State == RosterState.Approved && (r.Kind == RosterKind.Regular || r.Kind == RosterKind.Supplement))
            .GroupBy(r => r.Programme).Select(g => new { g.Key, Rosters = g.Count(), Entries = g.Sum(r => r.Entries), Fen = g.Sum(r => r.Fen) }).ToListAsync(stop);
        var closings = await db.ProgrammeClosings.Where(c => c.Semester == Semester).ToDictionaryAsync(c => c.Programme, stop);
        Rows =
        [
            .. from programme in Programme.Of(Semester)
               join row in approved on programme.Code equals row.Key
               select new ArchiveRow(row.Key, row.Rosters, row.Entries, row.Fen, closings.GetValueOrDefault(row.Key)),
        ];
    }
}
