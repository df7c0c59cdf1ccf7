using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Policies;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EduAid.Web.Pages.Policies;

/// <summary>A new dated value of a parameter, with its document, whose scan is added on the next page; it holds once somebody else has published it.</summary>
public sealed class ProposeModel(EduAidDbContext db, Visitor visitor, BusinessDay day, ProposePolicy propose) : PageModel
{
    private const int SemestersAhead = 4;

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    [BindProperty(SupportsGet = true)]
    public string? Parameter { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public CatalogueParameter? Known { get; private set; }

    public ParameterValue? Current { get; private set; }

    public IEnumerable<SelectListItem> Parameters => Seeds.Parameters().Select(p => new SelectListItem(Words.Parameter(p.Name), p.Name));

    public IEnumerable<SelectListItem> Semesters => Enumerable.Range(Semester.Of(day.Today).Number, SemestersAhead).Select(Semester.FromNumber)
        .Select(s => new SelectListItem(Words.Semester(s), s.ToString()));

    public Task OnGetAsync(CancellationToken stop)
    {
        From = Semester.Of(day.Today).ToString();
        return LoadAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (!Semester.TryParse(From, out var from)) return Wrong(nameof(From), Words.Refusal(PolicyRefusal.SemesterPast));
        var (proposal, refusal) = await propose.RunAsync(visitor.Actor, new(Parameter ?? "", from, Value ?? "", Document ?? "", Clause ?? "", Reason ?? ""), stop);
        if (proposal is not { } id) return Wrong(FieldOf(refusal!.Value), Words.Refusal(refusal.Value));
        return Redirect($"/Policies/Proposals/{id}");
    }

    private PageResult Wrong(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return Page();
    }

    private static string FieldOf(PolicyRefusal refusal) => refusal switch
    {
        PolicyRefusal.ParameterUnknown or PolicyRefusal.AlreadyProposed => nameof(Parameter),
        PolicyRefusal.ValueWrong or PolicyRefusal.ValueTogether or PolicyRefusal.NothingChanged => nameof(Value),
        PolicyRefusal.SemesterPast => nameof(From),
        PolicyRefusal.DocumentMissing => nameof(Document),
        PolicyRefusal.ReasonMissing => nameof(Reason),
        _ => "",
    };

    private async Task LoadAsync(CancellationToken stop)
    {
        Known = Seeds.Parameters().FirstOrDefault(p => p.Name == Parameter);
        if (Known is not null) Current = (await PolicyBook.LoadAsync(db, Semester.Of(day.Today), stop)).Find(Known.Name);
    }
}
