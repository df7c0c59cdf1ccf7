using System.Globalization;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.People;

/// <summary>The pupils of a semester: filters in the address, whom one looks for behind an opaque key.</summary>
public sealed class IndexModel(
    EduAidDbContext db, Visitor visitor, PupilList list, PupilFacts facts, TurnCache cache, SoughtKey key, KeepView keep, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<PupilRow> Rows { get; private set; } = [];

    /// <summary>There are more than the search counts.</summary>
    public bool More { get; private set; }

    public IReadOnlyDictionary<PersonId, PupilFact> Facts { get; private set; } = new Dictionary<PersonId, PupilFact>();

    public SchoolLabels Schools { get; private set; } = null!;

    public IReadOnlyList<string> Columns { get; private set; } = [];

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>Null where nobody is looked for.</summary>
    public Sought? Sought { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public bool Shows(string column) => Columns.Contains(column);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Schools = await cache.GetAsync(() => SchoolLabels.LoadAsync(db, Semester, stop));
        Sought = Sought.Read(key.Read(Request));
        Columns = PupilColumns.From(Request.Query, visitor.IsCounty);
        var asked = Paging.From(Request.Query);
        var page = await list.PageAsync(Semester, PupilQuery.Filter(Request.Query, visitor.IsCounty), Sought, s => Schools[s].Code, asked.Skip, asked.Size, stop);
        (Paging, Rows, More) = (asked.Of(page.Total), page.Rows, page.More);
        Facts = await facts.OfPageAsync(Semester, [.. Rows.Select(r => r.Person)], stop);
        Views = await db.SavedViews.Where(v => v.Owner == visitor.Actor.Name).OrderBy(v => v.Name).ToListAsync(stop);
    }

    [Needs(Right.SeeSemester)]
    public IActionResult OnPostFind(string? find) =>
        LocalRedirect("/People" + QueryLink.With(Request, (SoughtKey.QueryKey, key.Keep(find)), (Paging.PageKey, null), ("handler", null)));

    [Needs(Right.SeeSemester)]
    public IActionResult OnPostColumns(string[] columns) =>
        LocalRedirect("/People" + QueryLink.With(Request, (PupilColumns.QueryKey, columns.Length == 0 ? null : string.Join(',', columns)), ("handler", null)));

    [Needs(Right.SeeSemester)]
    public async Task<IActionResult> OnPostSaveAsync(string? name, CancellationToken stop)
    {
        Done = texts[await keep.SaveAsync(visitor.Actor, name, PupilQuery.Saved(Request.Query), stop) ? "Pupils.ViewSaved" : "Pupils.ViewNotSaved"];
        return LocalRedirect("/People" + QueryLink.With(Request, ("handler", null)));
    }

    [Needs(Right.SeeSemester)]
    public async Task<IActionResult> OnPostDropAsync(Guid view, CancellationToken stop)
    {
        await keep.DropAsync(visitor.Actor, view, stop);
        return LocalRedirect("/People" + QueryLink.With(Request, ("handler", null)));
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportPupils export, CancellationToken stop)
    {
        var output = new MemoryStream();
        await export.RunAsync(
            visitor.Actor, Semester, PupilQuery.Filter(Request.Query, visitor.IsCounty), Sought.Read(key.Read(Request)), !visitor.May(Right.ExportInFull), output, stop);
        return Workbook.File(output, $"{Semester.ToChinese()}学生名册");
    }
}
