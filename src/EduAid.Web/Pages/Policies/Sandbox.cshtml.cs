using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Policies;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Jobs;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Policies;

/// <summary>沙盘: what several other values at once would mean. Nothing is stored; the result stands on a shelf for an hour.</summary>
public sealed class SandboxModel(EduAidDbContext db, Visitor visitor, BusinessDay day, KeptEffects effects, TimeProvider time, IStringLocalizer<Texts> texts) : PageModel
{
    private const int LongestValue = 200;

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public IReadOnlyList<CatalogueParameter> Parameters { get; } = Seeds.Parameters();

    public Policy Present { get; private set; } = null!;

    /// <summary>By parameter, as typed.</summary>
    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>Key of a result.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Result { get; set; }

    public EffectView? Effect { get; private set; }

    /// <summary>Parameter and value of the result that is shown.</summary>
    public IReadOnlyDictionary<string, string> Changes { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        Present = await PolicyBook.LoadAsync(db, Semester.Of(day.Today), stop);
        if (Result is not { } key || await effects.EffectAsync(key, stop) is not { } kept) return;
        Changes = kept.Changes;
        Effect = EffectView.Of(kept, Request, visitor.CountyTurn);
    }

    public async Task<IActionResult> OnPostAsync([FromServices] PolicyEffects compute, [FromServices] PolicyShelf shelf, [FromServices] JobSizes sizes, [FromServices] JobDesk desk, CancellationToken stop)
    {
        Present = await PolicyBook.LoadAsync(db, Semester.Of(day.Today), stop);
        var changes = Changed().ToList();
        if (changes.Count == 0) ModelState.AddModelError("", texts["Policy.NothingToTry"]);
        foreach (var wrong in changes.Where(c => c.Value.Length > LongestValue || PolicyRules.Problem(c) is not null))
            ModelState.AddModelError(FieldOf(wrong.Parameter), $"{Words.Parameter(wrong.Parameter)}: {Words.Refusal(PolicyRefusal.ValueWrong)}");
        if (ModelState.IsValid && PolicyRules.ProblemTogether([.. Present.All.Where(v => changes.All(c => c.Parameter != v.Parameter)), .. changes]) is not null)
            ModelState.AddModelError("", Words.Refusal(PolicyRefusal.ValueTogether));
        if (!ModelState.IsValid) return Page();
        var (now, tried) = (time.GetUtcNow(), changes.ToDictionary(c => c.Parameter, c => c.Value, StringComparer.Ordinal));
        var key = Keys.New(now);
        if (await sizes.IsLongToJudgeAgainAsync(stop))
            return await desk.BeginAsync(JobKind.Effect, KeptEffects.SubjectOf(key), new EffectArguments(key, false, [.. changes.Select(c => new TriedValue(c.Parameter, c.Value, c.Unit, c.Clause))]), stop);
        shelf.Put(db.CountyCode, key, new(await compute.OfAsync(changes, stop), visitor.CountyTurn, now, tried));
        return Redirect($"/Policies/Sandbox?result={key}#effect");
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(Guid result, bool people, [FromServices] ExportPolicyEffect export, CancellationToken stop) =>
        await effects.EffectAsync(result, stop) is { } kept ? await EffectFile.MakeAsync(export, visitor.Actor, kept.Value, people, "政策沙盘测算", stop) : Redirect("/Policies/Sandbox");

    /// <summary>What stands in a parameter's field.</summary>
    public string Shown(string parameter) => Values.GetValueOrDefault(parameter) ?? Changes.GetValueOrDefault(parameter) ?? Present.Find(parameter)?.Value ?? "";

    public static string FieldOf(string parameter) => $"Values[{parameter}]";

    private IEnumerable<ParameterValue> Changed() =>
        from parameter in Parameters
        let typed = PolicyDraft.Typed(Values.GetValueOrDefault(parameter.Name))
        where typed.Length > 0 && typed != Present.Find(parameter.Name)?.Value
        select new ParameterValue(parameter.Name, Present.Semester, typed, parameter.Unit, "", parameter.Clause, day.Today);
}
