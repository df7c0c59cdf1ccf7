using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Documents;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>One home-taught child: what is on record, every visit with its photographs, and the form for the next.</summary>
public sealed class ChildModel(EduAidDbContext db, Visitor visitor, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public ChildRecord Record { get; private set; } = null!;

    public bool MayRecord => visitor.May(Right.RecordHomeVisits);

    /// <summary>The visit that the form puts right.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Corrects { get; set; }

    public HomeTeachingVisit? Corrected => Record.Visits.FirstOrDefault(v => v.Visit.Id == Corrects && !v.CorrectedBy)?.Visit;

    /// <summary>Who can have gone; none where the visitor is the teacher.</summary>
    public IEnumerable<SelectListItem> TeacherChoices => visitor.Scope.Staff is not null ? [] : Record.Child.Teachers.DistinctBy(t => t.Teacher).Select(t => new SelectListItem(t.Name, $"{t.Teacher}"));

    [BindProperty]
    public VisitInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Input = VisitInput.For(Corrected, day.Today);
        if (Input.Teacher is null && TeacherChoices.ToList() is [var only]) Input.Teacher = Guid.Parse(only.Value);
        return Page();
    }

    [Needs(Right.RecordHomeVisits)]
    public async Task<IActionResult> OnPostRecordAsync(Guid id, [FromServices] RecordHomeVisit verb, [FromServices] AttachDocument attach, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        var files = await SentFiles.ReadAsync(Input.Files, stop);
        if (TypedFields.Day(Input.On) is not { } on) ModelState.AddModelError("Input.On", texts["Pay.Wrong.Day"]);
        // A picture that cannot be taken is found before the visit is written.
        else if (files.Any(f => !AttachDocument.Takes(f.Content)))
            ModelState.AddModelError("Input.Files", Words.Refusal(DocumentRefusal.NotADocument));
        else
        {
            var recorded = await verb.RunAsync(visitor.Actor, Input.Read(id, on, Corrects), stop);
            if (recorded.Visit is { } visit)
            {
                foreach (var file in files) await attach.RunAsync(visitor.Actor, new(DocumentSubject.HomeVisit, $"{visit}", null, file.Name, file.Content), stop);
                Done = texts[recorded.Again ? "HomeTeaching.RecordedAgain" : "HomeTeaching.Recorded"];
                return Redirect($"/HomeTeaching/{id}");
            }
            ModelState.AddModelError(VisitInput.FieldOf(recorded.Refusal!.Value), Words.Refusal(recorded.Refusal.Value));
        }
        return Page();
    }

    /// <summary>As an attachment only, and each time on record.</summary>
    [Needs(Right.SeeHomeTeaching)]
    public async Task<IActionResult> OnPostPhotoAsync(Guid photo, [FromServices] DownloadDocument download, CancellationToken stop) =>
        await download.RunAsync(visitor.Actor, photo, stop) is { Document.SubjectKind: DocumentSubject.HomeVisit } found ? File(found.Content, found.Document.ContentType, found.Document.FileName) : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await ChildRecord.LoadAsync(db, id, visitor, day.Today, stop) is not { } found) return false;
        Record = found;
        if (Corrected is null) Corrects = null;
        return true;
    }
}
