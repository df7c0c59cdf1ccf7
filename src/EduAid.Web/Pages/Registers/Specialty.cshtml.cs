using System.Globalization;
using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Registers;

public sealed record SpecialtyState(Semester From, long? Fee, int Import, string File, string By, DateTimeOffset At);

/// <summary>One specialty with its fees in time; a change by hand is a fee from a semester on. Nothing asked for shows that.</summary>
public sealed class SpecialtyModel(EduAidDbContext db, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    [BindProperty(SupportsGet = true, Name = "name")]
    public string? Folded { get; set; }

    public string? Name { get; private set; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<SpecialtyState> States { get; private set; } = [];

    [BindProperty]
    public string? From { get; set; }

    /// <summary>Yuan per semester.</summary>
    [BindProperty]
    public string? Fee { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [TempData]
    public string? Done { get; set; }

    public IEnumerable<Semester> Beginnings => [visitor.Semester.Next, visitor.Semester, visitor.Semester.Previous];

    public async Task OnGetAsync(CancellationToken stop)
    {
        From = visitor.Semester.ToString();
        await LoadAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync([FromServices] ReviseSpecialty revise, CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Name is null) return NotFound();
        var refusal = TypedFields.Yuan(Fee) is { } fee && Semester.TryParse(From, out var from)
            ? await revise.RunAsync(visitor.Actor, Text.Fold(Folded), from, fee, Reason, stop) : RevisionRefusal.AmountWrong;
        if (refusal is null)
        {
            Done = texts["Specialty.Done"];
            return RedirectToPage(new { name = Folded });
        }
        ModelState.AddModelError(refusal switch { RevisionRefusal.AmountWrong => nameof(Fee), RevisionRefusal.ReasonMissing => nameof(Reason), _ => "" }, Words.Refusal(refusal.Value));
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var folded = Text.Fold(Folded);
        if (folded.Length == 0) return;
        var versions = await (
            from v in db.SpecialtyVersions
            join i in db.Imports on v.Import equals i.Number
            where v.Folded == folded && !v.Undone
            orderby v.From descending, v.Import descending
            select new { v.Name, v.From, v.FeeFen, v.Import, i.File, i.At, By = db.Users.Where(u => u.UserName == i.By).Select(u => u.DisplayName).FirstOrDefault() ?? i.By }).ToListAsync(stop);
        if (versions.Count > 0) Name = versions[0].Name;
        States = [.. versions.Select(v => new SpecialtyState(v.From, v.FeeFen, v.Import, v.File, v.By, v.At))];
    }
}
