using System.Globalization;
using EduAid.Application.Intake;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Spreadsheets.Intake;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Imports;

/// <param name="By">The person's name.</param>
public sealed record ImportRow(Import Import, string By);

/// <summary>Everything that was ever taken in, newest first.</summary>
public sealed class IndexModel(EduAidDbContext db) : PageModel
{
    /// <summary>Values of the filter <c>state</c>.</summary>
    public const string Standing = "standing", Undone = "undone";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Paging Paging { get; private set; } = null!;

    public Sorting Sorting { get; private set; } = null!;

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var imports = db.Imports.AsQueryable();
        if (Enum.TryParse<ListKind>(Request.Query.Text("kind"), ignoreCase: true, out var kind) && Enum.IsDefined(kind))
            imports = imports.Where(i => i.Kind == kind);
        if (Request.Query.Text("state") is Standing or Undone)
        {
            var undone = Request.Query.Text("state") == Undone;
            imports = imports.Where(i => i.Undone == undone);
        }
        if (Request.Query.Text("file") is { } file) imports = imports.Where(i => i.File.Contains(file));
        Sorting = Sorting.From(Request.Query, new("number", Descending: true), "number", "file", "rows", "rejected");
        Paging = Paging.From(Request.Query).Of(await imports.CountAsync(stop));
        Rows = await Sorted(imports).Skip(Paging.Skip).Take(Paging.Size)
            .Select(i => new ImportRow(i, db.Users.Where(u => u.UserName == i.By).Select(u => u.DisplayName).FirstOrDefault() ?? i.By)).ToListAsync(stop);
    }

    private IQueryable<Import> Sorted(IQueryable<Import> imports) => (Sorting.Key, Sorting.Descending) switch
    {
        ("file", false) => imports.OrderBy(i => i.File).ThenBy(i => i.Number),
        ("file", true) => imports.OrderByDescending(i => i.File).ThenBy(i => i.Number),
        ("rows", false) => imports.OrderBy(i => i.Rows).ThenBy(i => i.Number),
        ("rows", true) => imports.OrderByDescending(i => i.Rows).ThenBy(i => i.Number),
        ("rejected", false) => imports.OrderBy(i => i.Rejected).ThenBy(i => i.Number),
        ("rejected", true) => imports.OrderByDescending(i => i.Rejected).ThenBy(i => i.Number),
        (_, false) => imports.OrderBy(i => i.Number),
        _ => imports.OrderByDescending(i => i.Number),
    };
}
