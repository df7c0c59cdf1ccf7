using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Policies;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Policies;

/// <summary>One programme: its values in time with document and clause, who checked them, and its worked cases.</summary>
public sealed class ProgrammeModel(EduAidDbContext db, Visitor visitor, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public const string CountyCode = "county";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public string Code { get; private set; } = "";

    /// <summary>Null for what holds for the whole county.</summary>
    public Domain.Programmes.Programme? Programme { get; private set; }

    public IReadOnlyList<ParameterView> Parameters { get; private set; } = [];

    /// <summary>Those that still hold, with what the rules say of each today.</summary>
    public IReadOnlyList<CaseResult> Cases { get; private set; } = [];

    [BindProperty]
    public IReadOnlyList<string> Checked { get; set; } = [];

    [BindProperty]
    public string? Source { get; set; }

    [TempData]
    public string? Done { get; set; }

    public string Name => Programme is null ? texts["Policy.County"] : Words.Programme(Code);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) => await LoadAsync(code, stop) ? Page() : NotFound();

    [Needs(Right.ProposePolicies)]
    public async Task<IActionResult> OnPostCheckAsync(string code, [FromServices] CheckPolicies check, CancellationToken stop)
    {
        if (!await LoadAsync(code, stop)) return NotFound();
        var own = Parameters.Select(p => p.Parameter.Name).Intersect(Checked, StringComparer.Ordinal).ToList();
        if (own.Count == 0) ModelState.AddModelError(nameof(Checked), texts["Policy.NoneChosen"]);
        else if (await check.RunAsync(visitor.Actor, own, Source ?? "", stop) is { } refusal) ModelState.AddModelError(nameof(Source), Words.Refusal(refusal));
        else
        {
            Done = texts["Policy.CheckDone", own.Count];
            return Redirect($"/Policies/Programme/{code}");
        }
        return Page();
    }

    private async Task<bool> LoadAsync(string code, CancellationToken stop)
    {
        (Code, Programme) = (code, Domain.Programmes.Programme.Find(code));
        if (Programme is null && code != CountyCode) return false;
        Parameters = [.. (await PolicyView.LoadAsync(db, day.Today, stop)).Where(p => p.Parameter.Programme == code)];
        if (Programme is null) return true;
        var semester = Semester.Of(day.Today);
        var cases = (await PolicyCases.LoadAsync(db, stop)).Where(c => c.Programme == Programme);
        Cases = WorkedCases.Run(cases, [.. await PolicyBook.ValuesAsync(db, stop)], semester);
        return true;
    }
}
