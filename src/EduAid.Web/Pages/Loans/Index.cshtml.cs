using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Loans;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Loans;

/// <summary>生源地信用助学贷款: the queue of an academic year with registered applicants first, and the lending rate with where it comes from.</summary>
public sealed class IndexModel(EduAidDbContext db, BusinessDay day, SoughtKey key, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    private const string RegisteredOnly = "registered";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    /// <summary>By the calendar year in which it begins.</summary>
    public int Year { get; private set; }

    /// <summary>The present one and those with loans, the latest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public LoanFigures Figures { get; private set; } = null!;

    /// <summary>What may be lent a year, by level; null where nobody has set it.</summary>
    public IReadOnlyList<(LoanLevel Level, Money? Most)> Limits { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<LoanLine> Rows { get; private set; } = [];

    /// <summary>Place in the queue by loan.</summary>
    public IReadOnlyDictionary<Guid, int> Places { get; private set; } = new Dictionary<Guid, int>();

    public bool Searching { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public IEnumerable<SelectListItem> States => Enum.GetValues<LoanState>().Select(s => new SelectListItem(Words.LoanState(s), Name(s)));

    public IEnumerable<SelectListItem> Kinds => [new(texts["Loan.RegisteredOnly"], RegisteredOnly)];

    public async Task OnGetAsync(CancellationToken stop)
    {
        await YearsAsync(stop);
        var lines = await LoanBoard.LoadAsync(db, Year, stop);
        Figures = await LoanFigures.LoadAsync(db, Year, day.Today, stop);
        var book = await SettingBook.LoadAsync(db, day.Today, stop);
        Limits = [.. Enum.GetValues<LoanLevel>().Select(l => (l, book.LoanMost(l).On(day.Today)))];
        Places = lines.Where(l => l.Loan.State == LoanState.Applied).Select((l, n) => (l.Loan.Id, n + 1)).ToDictionary(p => p.Id, p => p.Item2);
        var (state, kind, text) = (Request.Query.Text("state"), Request.Query.Text("kind"), key.Read(Request));
        Searching = text is not null;
        var shown = lines.Where(l => (state is null || Name(l.Loan.State) == state) && (kind != RegisteredOnly || l.Registered)
            && (text is null || l.Loan.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || l.Loan.University.Contains(text, StringComparison.OrdinalIgnoreCase)
                || l.Loan.Contract?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)).ToList();
        Paging = Paging.From(Request.Query).Of(shown.Count);
        Rows = [.. shown.Skip(Paging.Skip).Take(Paging.Size)];
    }

    /// <summary>By name, university or contract: the address holds a key to it.</summary>
    [Needs(Right.SeeLoans)]
    public IActionResult OnPostFind(string? find) =>
        LocalRedirect("/Loans" + QueryLink.With(Request, (SoughtKey.QueryKey, key.Keep(find)), (Paging.PageKey, null), ("handler", null)));

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportLoans export, CancellationToken stop)
    {
        await YearsAsync(stop);
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Year, output, stop);
        return Workbook.File(output, string.Create(CultureInfo.InvariantCulture, $"{Year}-{Year + 1}学年生源地信用助学贷款台账"));
    }

    // Unless one is asked for, the last year with loans.
    private async Task YearsAsync(CancellationToken stop)
    {
        var (known, present) = (await db.Loans.Select(l => l.AcademicYear).Distinct().ToListAsync(stop), Semester.Of(day.Today).SchoolYear);
        Years = [.. known.Append(present).Distinct().OrderDescending()];
        Year = int.TryParse(Request.Query.Text("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && Years.Contains(asked) ? asked : known.Count > 0 ? known.Max() : present;
    }

    private static string Name(LoanState state) => state.ToString().ToLowerInvariant();
}
