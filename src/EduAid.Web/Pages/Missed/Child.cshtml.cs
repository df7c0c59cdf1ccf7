using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Coverage;
using EduAid.Application.Documents;
using EduAid.Application.Registrations;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Coverage;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Missed;

/// <summary>One registered child of a semester: every outcome that was ever recorded with its proof, and the form for the next.</summary>
public sealed class ChildModel(EduAidDbContext db, MissedChildren missed, ResponsiblePeople responsible, Visitor visitor, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Registration Registration { get; private set; } = null!;

    public string? Responsible { get; private set; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<(MissedOutcome Outcome, string By)> Outcomes { get; private set; } = [];

    public ILookup<string, StoredDocument> Papers { get; private set; } = Array.Empty<StoredDocument>().ToLookup(d => d.Subject);

    /// <summary>The child's last case of dropout control, closed ones after open ones.</summary>
    public DropoutCase? Dropout { get; private set; }

    /// <summary>The last outcome says 失学辍学 and no case is open: opening one is a step of its own, never a consequence.</summary>
    public bool OffersCase => Outcomes is [{ Outcome.Kind: OutcomeKind.DroppedOut }, ..] && visitor.May(Right.WorkDropouts);

    /// <summary>Key of the child on the register of home teaching, where it stands on it now.</summary>
    public Guid? HomeTaught { get; private set; }

    public bool MayRecord => visitor.May(Right.RecordOutcomes);

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<OutcomeKind>().Select(k => new SelectListItem(Words.Outcome(k), k.ToString()));

    [BindProperty]
    public OutcomeInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Input.On = day.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await LoadAsync(id, stop) ? Page() : NotFound();
    }

    [Needs(Right.RecordOutcomes)]
    public async Task<IActionResult> OnPostRecordAsync(Guid id, [FromServices] RecordOutcome verb, [FromServices] AttachDocument attach, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        var files = await SentFiles.ReadAsync(Input.Files, stop);
        if (TypedFields.Day(Input.On) is not { } on) ModelState.AddModelError("Input.On", texts["Pay.Wrong.Day"]);
        // A paper that cannot be taken is found before the outcome is written.
        else if (files.Any(f => !AttachDocument.Takes(f.Content)))
            ModelState.AddModelError("Input.Files", Words.Refusal(DocumentRefusal.NotADocument));
        else
        {
            var recorded = await verb.RunAsync(visitor.Actor, Input.Read(Semester, new(id), on), stop);
            if (recorded.Id is { } outcome)
            {
                foreach (var file in files) await attach.RunAsync(visitor.Actor, new(DocumentSubject.Outcome, $"{outcome}", null, file.Name, file.Content), stop);
                Done = texts["Missed.Recorded"];
                return Redirect($"/Missed/{id}");
            }
            ModelState.AddModelError(OutcomeInput.FieldOf(recorded.Refusal!.Value), Words.Refusal(recorded.Refusal.Value));
        }
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        var person = new PersonId(id);
        if (await missed.RegistrationAsync(Semester, person, stop) is not { } registration) return false;
        Registration = registration;
        Responsible = (await responsible.ByTownshipAsync(stop)).GetValueOrDefault(registration.Township);
        var rows = await db.MissedOutcomes.Where(o => o.Semester == Semester && o.Person == person).OrderByDescending(o => o.Number)
            .Select(o => new { Outcome = o, By = db.Users.Where(u => u.UserName == o.By).Select(u => u.DisplayName).FirstOrDefault() ?? o.By }).ToListAsync(stop);
        Outcomes = [.. rows.Select(r => (r.Outcome, r.By))];
        Dropout = await db.DropoutCases.Where(c => c.Person == person).OrderBy(c => c.State).ThenByDescending(c => c.LastOn).FirstOrDefaultAsync(stop);
        if (Dropout is { } last && !last.State.IsOpen() && Outcomes is [{ Outcome: { Kind: OutcomeKind.DroppedOut } found }, ..] && found.On > last.LastOn) Dropout = null;
        if (rows.Exists(r => r.Outcome.Kind == OutcomeKind.HomeTeaching))
            HomeTaught = await db.HomeTaughtChildren.Where(c => c.Person == person && c.Until == null).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(stop);
        if (rows.Count == 0 || !DocumentRights.MayRead(visitor.Role, DocumentSubject.Outcome)) return true;
        Papers = await StoredDocument.OfEachAsync(db, DocumentSubject.Outcome, rows.ConvertAll(r => $"{r.Outcome.Id}"), stop);
        return true;
    }
}
