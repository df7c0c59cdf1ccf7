using System.Globalization;
using EduAid.Application.People;
using EduAid.Application.Review;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Rosters;

/// <summary>One roster, line by line, with the reasons of the chosen line beside it.</summary>
public sealed class RosterModel(
    EduAidDbContext db, Visitor visitor, PersonDirectory people, FieldCipher cipher, ExportRosters export, TimeProvider time, IStringLocalizer<Texts> texts) : PageModel
{
    private const string EntryKey = "entry";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public RosterLife Life { get; private set; } = null!;

    public RosterHead Head => Life.Head;

    public Paging Paging { get; private set; } = null!;

    public Sorting Sorting { get; private set; } = null!;

    public IReadOnlyList<EntryRow> All { get; private set; } = [];

    /// <summary>Those that the filter lets through, on every page.</summary>
    public IReadOnlyList<EntryRow> Found { get; private set; } = [];

    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];

    public IReadOnlyList<Finding> Held { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, CitizenId> Ids { get; private set; } = new Dictionary<PersonId, CitizenId>();

    /// <summary>Of a supplement or recovery: the entry that each line corrects.</summary>
    public IReadOnlyDictionary<Guid, CorrectedEntry> Corrected { get; private set; } = new Dictionary<Guid, CorrectedEntry>();

    public Guid? Chosen { get; private set; }

    public Why? Why { get; private set; }

    [TempData]
    public string? NotFoundText { get; set; }

    /// <summary>The step that the visitor has just taken.</summary>
    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await RosterLife.FindAsync(db, id, stop) is not { } life) return NotFound();
        Life = life;
        var head = life.Head;
        All = await EntryRows.LoadAsync(db, head.Roster.Id, stop);
        if (head.Roster.Kind != RosterKind.Regular) Corrected = await EntryRows.CorrectedAsync(db, head.Roster.Id, stop);
        Sorting = Sorting.From(Request.Query, new("number"), EntryRows.SortKeys);
        Found = EntryRows.Sorted(EntryRows.Filtered(All, Request.Query), Sorting);
        Chosen = Guid.TryParse(Request.Query.Text(EntryKey), out var entry) ? entry : null;
        Paging = PageOf(Chosen).Of(Found.Count);
        Rows = [.. Found.Skip(Paging.Skip).Take(Paging.Size)];
        Chosen ??= Rows.Count > 0 ? Rows[0].Id : null;
        Held = await new FindingFilter(head.Roster.Semester, Holds: true, Programme: head.Roster.Programme, School: head.Roster.School)
            .In(db).OrderBy(f => f.Code).ThenBy(f => f.Person).ToListAsync(stop);
        Ids = await people.RevealAsync([.. Rows.Select(r => r.Person), .. Held.Select(f => f.Person)], stop);
        if (Chosen is { } chosen) Why = await new EntryWhy(db, cipher, Words, texts).OfAsync(head, chosen, stop);
        return Page();
    }

    /// <summary>A whole ID is looked up by POST, so that it stands in no address and no log.</summary>
    [Needs(Right.SeeSemester)]
    public async Task<IActionResult> OnPostFindAsync(Guid id, string? number, CancellationToken stop)
    {
        var parsed = CitizenId.Parse(Text.Fold(number ?? ""), time.Today());
        if (!parsed.IsValid) NotFoundText = texts["Roster.FindInvalid"];
        else if (await people.FindAsync(parsed.Id, stop) is { } person
            && await db.RosterEntries.Where(e => e.Roster == new RosterId(id) && e.Person == person).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(stop) is { } entry)
            return RedirectToPage(null, null, new { id, entry }, "why");
        else NotFoundText = texts["Roster.FindNobody", parsed.Id.ToString()];
        return RedirectToPage(new { id });
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(Guid id, CancellationToken stop)
    {
        if (await RosterHead.FindAsync(db, id, stop) is not { } head) return NotFound();
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, head.Roster, output, stop, masked: !visitor.May(Right.ExportInFull));
        return Workbook.File(output, head.DocumentTitle);
    }

    public string EntryHref(EntryRow row) => QueryLink.With(Request, (EntryKey, row.Id.ToString()));

    // Who comes from a search for one child sees the page on which the child stands.
    private Paging PageOf(Guid? entry)
    {
        var asked = Paging.From(Request.Query);
        var place = entry is null || Request.Query.ContainsKey(Paging.PageKey) ? -1 : Found.ToList().FindIndex(r => r.Id == entry);
        return place < 0 ? asked : Paging.From(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            [Paging.PageKey] = ((place / asked.Size) + 1).ToString(CultureInfo.InvariantCulture),
            [Paging.SizeKey] = asked.Size.ToString(CultureInfo.InvariantCulture),
        }));
    }
}
