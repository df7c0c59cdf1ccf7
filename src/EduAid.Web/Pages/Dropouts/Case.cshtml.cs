using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Documents;
using EduAid.Application.Dropouts;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Application.Words;
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

namespace EduAid.Web.Pages.Dropouts;

/// <summary>One case with all its steps, the step that is the visitor's, and who answers.</summary>
public sealed class CaseModel(EduAidDbContext db, PersonDirectory people, BusinessDay day, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public DropoutCase Case { get; private set; } = null!;

    public CitizenId? Number { get; private set; }

    public SchoolChoices Schools { get; private set; } = null!;

    /// <summary>As they were recorded.</summary>
    public IReadOnlyList<(DropoutStep Step, string By)> Steps { get; private set; } = [];

    public ILookup<string, StoredDocument> Papers { get; private set; } = Array.Empty<StoredDocument>().ToLookup(d => d.Subject);

    public SeenAgain? Seen { get; private set; }

    /// <summary>What the visitor may record now.</summary>
    public IReadOnlyList<DropoutStepKind> Next => [.. DropoutWay.Next(Case.State).Where(k => DropoutRights.May(visitor.Role, k))];

    public IEnumerable<SelectListItem> Kinds => Next.Select(k => new SelectListItem(Words.DropoutStep(k), k.ToString()));

    public bool MayAmend => visitor.May(Right.WorkDropouts) && Case.State.IsOpen();

    [BindProperty]
    public StepInput Step { get; set; } = new();

    [BindProperty]
    public LineInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Step.On = day.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Seen is not null && Next.Contains(DropoutStepKind.Return)) Step.Kind = DropoutStepKind.Return;
        (Input.Township, Input.Village, Input.Government, Input.School, Input.Teacher) = (Case.Township, Case.Village, Case.Government, Case.School.Value, Case.Teacher);
        return Page();
    }

    public async Task<IActionResult> OnPostStepAsync(Guid id, [FromServices] StepDropout verb, [FromServices] AttachDocument attach, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        var files = await SentFiles.ReadAsync(Step.Files, stop);
        if (Step.Kind is not { } kind) return Wrong("Step.Kind", Words.Refusal(DropoutRefusal.WrongState));
        if (TypedFields.Day(Step.On) is not { } on) return Wrong("Step.On", texts["Pay.Wrong.Day"]);
        if (files.Any(f => !AttachDocument.Takes(f.Content))) return Wrong("Step.Files", Words.Refusal(DocumentRefusal.NotADocument));
        var taken = await verb.RunAsync(visitor.Actor, new(id, kind, on, Step.Text, Step.Place), stop);
        if (taken.Step is not { } step) return Wrong(LineInput.FieldOf(taken.Refusal!.Value).Replace("Input.", "Step.", StringComparison.Ordinal), Words.Refusal(taken.Refusal.Value));
        foreach (var file in files) await attach.RunAsync(visitor.Actor, new(DocumentSubject.Dropout, $"{step}", null, file.Name, file.Content), stop);
        return Recorded(id);
    }

    public async Task<IActionResult> OnPostAmendAsync(Guid id, [FromServices] AmendDropout verb, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        var amended = await verb.RunAsync(visitor.Actor, id, Input.Line, Input.CitizenId, stop);
        return amended.Refusal is { } refusal ? Wrong(LineInput.FieldOf(refusal), Words.Refusal(refusal)) : Recorded(id);
    }

    private PageResult Wrong(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return Page();
    }

    private RedirectResult Recorded(Guid id)
    {
        Done = texts["Dropout.StepDone"];
        return Redirect($"/Dropouts/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await db.DropoutCases.SingleOrDefaultAsync(c => c.Id == id, stop) is not { } dropout) return false;
        Case = dropout;
        Schools = await SchoolChoices.LoadAsync(db, visitor, day.Today, stop);
        var steps = await db.DropoutSteps.Where(s => s.Case == id).OrderBy(s => s.Number)
            .Select(s => new { Step = s, By = db.Users.Where(u => u.UserName == s.By).Select(u => u.DisplayName).FirstOrDefault() ?? s.By }).ToListAsync(stop);
        Steps = steps.ConvertAll(s => (s.Step, s.By));
        if (Case.Person is { } person && (await people.RevealAsync([person], stop)).TryGetValue(person, out var number)) Number = number;
        if (Case.State.IsOpen()) Seen = (await DropoutBoard.SeenAgainAsync(db, stop)).FirstOrDefault(s => s.Case == id);
        if (!DocumentRights.MayRead(visitor.Role, DocumentSubject.Dropout)) return true;
        Papers = await StoredDocument.OfEachAsync(db, DocumentSubject.Dropout, steps.ConvertAll(s => $"{s.Step.Id}"), stop);
        return true;
    }
}
