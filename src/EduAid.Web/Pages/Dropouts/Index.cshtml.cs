using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Coverage;
using EduAid.Application.Dropouts;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Dropouts;

/// <summary>控辍保学: the figure of a day that has to be nought, opened down to the names; who is overdue, and whom a list shows again.</summary>
public sealed class IndexModel(EduAidDbContext db, BusinessDay day, SoughtKey key, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    private const string Open = "open", Overdue = "overdue", Closed = "closed", All = "all";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly On { get; private set; }

    public DateOnly Today => day.Today;

    public DropoutFigures Figures { get; private set; } = null!;

    public SchoolChoices Schools { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<DropoutLine> Rows { get; private set; } = [];

    public IReadOnlyList<string> Townships { get; private set; } = [];

    /// <summary>By case; of today, whatever day is shown.</summary>
    public IReadOnlyDictionary<Guid, SeenAgain> Seen { get; private set; } = new Dictionary<Guid, SeenAgain>();

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<(MissedOutcome Outcome, string Name)> WithoutCase { get; private set; } = [];

    public bool Searching { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public IEnumerable<SelectListItem> States =>
        [new(texts["Dropout.StateOpen"], Open), new(texts["Dropout.StateOverdue"], Overdue), new(texts["Dropout.StateClosed"], Closed), new(texts["Dropout.StateAll"], All)];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (lines, shown) = await ChosenAsync(stop);
        Schools = await SchoolChoices.LoadAsync(db, visitor, day.Today, stop);
        Townships = [.. lines.Select(l => l.Case.Township).Distinct().Order(StringComparer.Ordinal)];
        Names = lines.ToDictionary(l => l.Case.Id, l => l.Case.Name);
        Figures = DropoutFigures.Of(lines, On);
        Paging = Paging.From(Request.Query).Of(shown.Count);
        Rows = [.. shown.Skip(Paging.Skip).Take(Paging.Size)];
        Seen = (await DropoutBoard.SeenAgainAsync(db, stop)).ToDictionary(s => s.Case);
        await WithoutAsync(stop);
    }

    /// <summary>By the child's name or who answers: the address holds a key to it.</summary>
    [Needs(Right.SeeDropouts)]
    public IActionResult OnPostFind(string? find) =>
        LocalRedirect("/Dropouts" + QueryLink.With(Request, (SoughtKey.QueryKey, key.Keep(find)), (Paging.PageKey, null), ("handler", null)));

    /// <summary>What is shown, all pages of it.</summary>
    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportDropouts export, CancellationToken stop)
    {
        var (_, shown) = await ChosenAsync(stop);
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, On, [.. shown.Select(l => l.Case.Id)], output, stop);
        return Workbook.File(output, "控辍保学台账");
    }

    private async Task<(IReadOnlyList<DropoutLine> Lines, List<DropoutLine> Shown)> ChosenAsync(CancellationToken stop)
    {
        On = TypedFields.Day(Request.Query.Text("on")) is { } asked && asked <= day.Today ? asked : day.Today;
        var lines = await DropoutBoard.LoadAsync(db, On, stop);
        var (state, township, text) = (Request.Query.Text("state") ?? "", Request.Query.Text("township"), key.Read(Request));
        SchoolId? school = Guid.TryParse(Request.Query.Text("school"), out var of) ? new(of) : null;
        Searching = text is not null;
        var shown = lines.Where(l => Fits(l, state) && (township is null || l.Case.Township == township) && (school is null || l.Case.School == school)
            && (text is null || l.Case.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || l.Case.Government.Contains(text, StringComparison.OrdinalIgnoreCase)
                || l.Case.Teacher.Contains(text, StringComparison.OrdinalIgnoreCase)));
        return (lines, [.. shown.OrderBy(l => l.Due ?? DateOnly.MaxValue).ThenByDescending(l => l.Case.Year).ThenByDescending(l => l.Case.Sequence)]);
    }

    private static bool Fits(DropoutLine line, string state) => state switch
    {
        Open => line.State.IsOpen(),
        Overdue => line.IsOverdue,
        Closed => !line.State.IsOpen(),
        All => true,
        _ => line.Counts,
    };

    // A school does not see the missed list, and what was found of a child there.
    private async Task WithoutAsync(CancellationToken stop)
    {
        if (!visitor.May(Right.SeeMissed) || await DropoutBoard.WithoutCaseAsync(db, visitor.Semester, stop) is not { Count: > 0 } found) return;
        var people = found.Select(o => o.Person).ToList();
        var names = await db.People.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        WithoutCase = [.. found.Select(o => (o, names[o.Person]))];
    }
}
