using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Coverage;
using EduAid.Application.Documents;
using EduAid.Application.Dropouts;
using EduAid.Application.Registrations;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Dropouts;

/// <summary>立案: a child of the missed list, or one whom nobody lists.</summary>
public sealed class OpenModel(EduAidDbContext db, MissedChildren missed, BusinessDay day, Visitor visitor, OpenDropout open, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    /// <summary>Key of a child of the missed list.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty]
    public DropoutInput Input { get; set; } = new();

    /// <summary>What the registered list says of the child; null for one whom nobody lists.</summary>
    public Registration? Registered { get; private set; }

    public SchoolChoices Schools { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        Input.On = day.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (Input.Township, Input.Village, Input.School) = (Registered?.Township ?? Schools.OnlyTownship, Registered?.Village, visitor.School?.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] AttachDocument attach, CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        var files = await SentFiles.ReadAsync(Input.Files, stop);
        if (TypedFields.Day(Input.On) is not { } on) ModelState.AddModelError("Input.On", texts["Pay.Wrong.Day"]);
        // A paper that cannot be taken is found before the case is written.
        else if (files.Any(f => !AttachDocument.Takes(f.Content)))
            ModelState.AddModelError("Input.Files", Words.Refusal(DocumentRefusal.NotADocument));
        else
        {
            var opened = await open.RunAsync(visitor.Actor, Input.Read(Registered?.Person, on), stop);
            if (opened.Case is { } id)
            {
                foreach (var file in files) await attach.RunAsync(visitor.Actor, new(DocumentSubject.Dropout, $"{opened.Step}", null, file.Name, file.Content), stop);
                Done = texts["Dropout.Opened", opened.Number!];
                return Redirect($"/Dropouts/{id}");
            }
            ModelState.AddModelError(LineInput.FieldOf(opened.Refusal!.Value), Words.Refusal(opened.Refusal.Value));
        }
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        Schools = await SchoolChoices.LoadAsync(db, visitor, day.Today, stop);
        if (Person is not { } key) return true;
        // Only those may name a registered child by its key who see the missed list.
        if (visitor.May(Right.SeeMissed)) Registered = await missed.RegistrationAsync(visitor.Semester, new(key), stop);
        return Registered is not null;
    }
}
