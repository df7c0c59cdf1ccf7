using System.Globalization;
using System.Text.Json;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Jobs;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Rosters;

public sealed record RosterRow(
    RosterId Id, string Programme, SchoolLabel School, RosterKind Kind, int Sequence, RosterState State, bool Stale, int Entries, long Fen, int Flagged, int Held, bool SentBack)
{
    /// <summary>What is to come back is not added to what is granted.</summary>
    public bool Grants => Kind is RosterKind.Regular or RosterKind.Supplement;
}

/// <summary>The rosters of the semester, by programme and school.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, JobSizes sizes, JobDesk desk) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    /// <summary>Whether rosters of several schools are shown.</summary>
    public bool IsWide => visitor.School is null;

    public Paging Paging { get; private set; } = null!;

    public Sorting Sorting { get; private set; } = null!;

    public IReadOnlyList<RosterRow> All { get; private set; } = [];

    /// <summary>Those that the filter lets through, on every page.</summary>
    public IReadOnlyList<RosterRow> Found { get; private set; } = [];

    public IReadOnlyList<RosterRow> Rows { get; private set; } = [];

    public int Granted => Found.Where(r => r.Grants).Sum(r => r.Entries);

    /// <summary>Whole fen of regular and supplementary rosters.</summary>
    public long GrantedFen => Found.Where(r => r.Grants).Sum(r => r.Fen);

    public long BackFen => Found.Where(r => !r.Grants).Sum(r => r.Fen);

    public IReadOnlyList<GeneratedProgramme> Generated =>
        GeneratedJson is null ? [] : JsonSerializer.Deserialize<List<GeneratedProgramme>>(GeneratedJson)!;

    [TempData]
    public string? GeneratedJson { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        All = [.. (await db.Rosters.Where(r => r.Semester == Semester).Select(r => new
        {
            Roster = r,
            SentBack = db.RosterSteps.Any(s => s.Roster == r.Id && s.Number == r.Steps && s.Kind == RosterMoveKind.SendBack),
        }).ToListAsync(stop)).Select(r => RowOf(r.Roster, schools, r.SentBack))];
        Found = [.. RosterFilter.From(Request.Query).Of(All)];
        Sorting = Sorting.From(Request.Query, new("programme"), RosterFilter.SortKeys);
        Paging = Paging.From(Request.Query).Of(Found.Count);
        Rows = [.. RosterFilter.Sorted(Found, Sorting).Skip(Paging.Skip).Take(Paging.Size)];
    }

    [Needs(Right.GenerateRosters)]
    public async Task<IActionResult> OnPostGenerateAsync([FromServices] GenerateRosters generate, CancellationToken stop)
    {
        if (await sizes.IsLongToJudgeAsync(Semester, stop)) return await desk.BeginAsync(JobKind.Generate, $"semester:{Semester}", new GenerateArguments(Semester), stop);
        GeneratedJson = JsonSerializer.Serialize(await generate.RunAsync(visitor.Actor, Semester, null, stop));
        return RedirectToPage();
    }

    /// <summary>A programme's workbook: as far as the visitor's scope reaches.</summary>
    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(string programme, [FromServices] ExportRosters export, CancellationToken stop)
    {
        if (Programme.Find(programme) is not { } which || !which.IsOf(Semester)) return NotFound();
        var (masked, title) = (!visitor.May(Right.ExportInFull), RosterColumns.Title(Semester, which, visitor.IsCounty ? "全县" : null, draft: false));
        if (await sizes.IsLongToWriteAsync(Semester, which.Code, stop))
            return await desk.BeginAsync(JobKind.Export, $"semester:{Semester}", new ExportArguments(Semester, which.Code, visitor.School, masked, title), stop);
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Semester, which, visitor.School, output, stop, masked);
        return Workbook.File(output, title);
    }

    private static RosterRow RowOf(Roster r, SchoolLabels schools, bool sentBack) => new(
        r.Id, r.Programme, schools[r.School], r.Kind, r.Sequence, r.State, r.Stale, r.Entries, r.Fen, r.Flagged, r.Held, sentBack);
}
