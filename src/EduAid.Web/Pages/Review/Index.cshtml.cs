using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.People;
using EduAid.Application.Review;
using EduAid.Application.Rosters;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Review;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Review;

/// <param name="Holds">The amount waits; otherwise the entry is only flagged.</param>
public sealed record FindingGroup(string Code, bool Holds, int Count);

/// <summary>待核事项: what a person has to decide or mend, as the last generation found it.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, PersonDirectory people, ExportFindings export, BusinessDay day, TimeProvider time) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    /// <summary>Whether findings of several schools are shown.</summary>
    public bool IsWide => visitor.School is null;

    public SchoolLabels Schools { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    /// <summary>All of the semester by code, holding ones first, whatever is filtered.</summary>
    public IReadOnlyList<FindingGroup> Groups { get; private set; } = [];

    public IReadOnlyList<Finding> Rows { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, CitizenId> Ids { get; private set; } = new Dictionary<PersonId, CitizenId>();

    /// <summary>Days in which a finding is to be decided.</summary>
    public int Days { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public bool IsOverdue(Finding finding) => finding.RaisedAt < Overdue;

    private DateTimeOffset Overdue => time.GetUtcNow().AddDays(-Days);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Days = (await SettingBook.LoadAsync(db, day.Today, stop)).FindingDays;
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        var groups = await db.Findings.Where(f => f.Semester == Semester).GroupBy(f => new { f.Code, f.Holds })
            .Select(g => new { g.Key.Code, g.Key.Holds, Count = g.Count() }).ToListAsync(stop);
        Groups = [.. groups.Select(g => new FindingGroup(g.Code, g.Holds, g.Count))
            .OrderByDescending(g => g.Holds).ThenByDescending(g => g.Count).ThenBy(g => g.Code, StringComparer.Ordinal)];
        var found = Filter(Request.Query).In(db);
        Paging = Paging.From(Request.Query).Of(Request.Query.Count == 0 ? Groups.Sum(g => g.Count) : await found.CountAsync(stop));
        Rows = await found.Include(f => f.Schools).OrderByDescending(f => f.Holds).ThenBy(f => f.Code).ThenBy(f => f.Person)
            .Skip(Paging.Skip).Take(Paging.Size).ToListAsync(stop);
        Ids = await people.RevealAsync([.. Rows.Select(f => f.Person)], stop);
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(CancellationToken stop)
    {
        Days = (await SettingBook.LoadAsync(db, day.Today, stop)).FindingDays;
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Filter(Request.Query), output, stop);
        return Workbook.File(output, $"{Semester.ToChinese()}待核事项");
    }

    // A school that is not known filters everything out, rather than nothing.
    private FindingFilter Filter(IQueryCollection query)
    {
        bool? holds = query.Text("effect") switch { "holds" => true, "flags" => false, _ => null };
        SchoolId? school = query.Text("school") is { } code ? Schools.ByCode(code)?.Id ?? default(SchoolId) : null;
        Assignee? assignee = query.Text("assignee") switch { "school" => Assignee.School, "county" => Assignee.County, _ => null };
        return new(Semester, query.Text("code"), holds, query.Text("programme"), school, query.Text("name"), assignee, query.Text("due") == "overdue" ? Overdue : null);
    }
}
