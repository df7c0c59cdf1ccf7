using System.Globalization;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Lists;

/// <param name="Rejected">Rows of its imports that were not taken in.</param>
public sealed record SentList(SchoolId School, int Rows, int Version, DateTimeOffset At, string By, int Rejected);

/// <param name="Sent">Null where the school has not sent its list yet.</param>
public sealed record SchoolRow(SchoolLabel School, SentList? Sent);

/// <summary>An upload that nobody has accepted or discarded yet.</summary>
public sealed record Waiting(Guid Id, string File, int Files, string By, DateTimeOffset At);

/// <summary>The lists of a semester by school, with who has not yet sent.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor) : PageModel
{
    private const int WaitingShown = 20;

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public bool IsCounty => visitor.School is null;

    public Paging Paging { get; private set; } = null!;

    public Sorting Sorting { get; private set; } = null!;

    public IReadOnlyList<SchoolRow> All { get; private set; } = [];

    public IReadOnlyList<SchoolRow> Found { get; private set; } = [];

    public IReadOnlyList<SchoolRow> Rows { get; private set; } = [];

    public IReadOnlyList<Waiting> Uploads { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public int Expected => All.Count(r => !r.School.OutsideCounty);

    public int Sent => All.Count(r => r is { School.OutsideCounty: false, Sent: not null });

    public async Task OnGetAsync(CancellationToken stop)
    {
        var schools = (await SchoolLabels.LoadAsync(db, Semester, stop)).All.Where(s => visitor.Scope.Covers(s.Id));
        var sent = await db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == Semester)
            .Select(l => new SentList(
                l.School, l.Rows, l.Version, l.At, db.Users.Where(u => u.UserName == l.By).Select(u => u.DisplayName).FirstOrDefault() ?? l.By,
                db.SchoolListImports.Where(link => link.List == l.Id).Join(db.Imports, link => link.Import, i => i.Number, (_, i) => i)
                    .Where(i => i.School == l.School).Sum(i => i.Rejected)))
            .ToDictionaryAsync(l => l.School, stop);
        All = [.. schools.Select(s => new SchoolRow(s, sent.GetValueOrDefault(s.Id))).Where(r => r.Sent is not null || !r.School.OutsideCounty)];
        Uploads = await WaitingAsync(stop);
        Found = [.. SentFilter.From(Request.Query).Of(All)];
        Sorting = Sorting.From(Request.Query, new("school"), SentFilter.SortKeys);
        Paging = Paging.From(Request.Query).Of(Found.Count);
        Rows = [.. SentFilter.Sorted(Found, Sorting).Skip(Paging.Skip).Take(Paging.Size)];
    }

    private async Task<IReadOnlyList<Waiting>> WaitingAsync(CancellationToken stop)
    {
        var staged = await db.StagedUploads
            .Where(u => u.Kind == ListKind.Enrolments && u.Semester == Semester && u.AcceptedAt == null && u.Files != StagedUpload.NoFiles)
            .OrderByDescending(u => u.At).Take(WaitingShown)
            .Select(u => new { Upload = u, By = db.Users.Where(x => x.UserName == u.By).Select(x => x.DisplayName).FirstOrDefault() ?? u.By })
            .ToListAsync(stop);
        return [.. staged.Select(s => (s.Upload, s.By, Files: s.Upload.SentFiles())).Select(s => new Waiting(s.Upload.Id, s.Files[0].Name, s.Files.Count, s.By, s.Upload.At))];
    }
}
