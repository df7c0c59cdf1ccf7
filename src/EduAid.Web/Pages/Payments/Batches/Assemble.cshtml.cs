using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Payments.Batches;

/// <param name="Retried">Of them: tried before, and refused by the bank.</param>
public sealed record SchoolPart(SchoolLabel School, int Entries, long Fen, int Retried);

/// <summary>What a batch would hold and who stays behind, before it is put together.</summary>
public sealed class AssembleModel(EduAidDbContext db, Visitor visitor, PayableEntries payable, AssembleBatch assemble) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<SchoolPart> Going { get; private set; } = [];

    public int Lines { get; private set; }

    public IReadOnlyList<(WaitingFor Reason, int Entries, long Fen)> Staying { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnPostAsync(string? programme, CancellationToken stop)
    {
        if (Programme.Find(programme ?? "") is not { } which || !which.IsOf(Semester)) return NotFound();
        var assembled = await assemble.RunAsync(visitor.Actor, Semester, which, stop);
        if (assembled.Batch is { } batch) return Redirect($"/Payments/Batches/{batch}");
        ModelState.AddModelError("", Words.Refusal(assembled.Refusal!));
        await LoadAsync(stop);
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Programme = ProgrammeAsked.Of(Request, Semester);
        var waiting = await payable.WaitingAsync(Semester, Programme, stop);
        var schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        var ready = waiting.Where(w => w.Reason == WaitingFor.Batch).ToList();
        Going = [.. ready.GroupBy(w => w.School).Select(g => new SchoolPart(schools[g.Key], g.Count(), g.Sum(w => w.Fen), g.Count(w => w.Tried is not null)))
            .OrderBy(p => p.School.Code, StringComparer.Ordinal)];
        Lines = ready.Select(w => (w.School, Programme.Payee == Payee.School ? (PersonId?)null : w.Person, w.Account)).Distinct().Count();
        Staying = [.. waiting.Where(w => w.Reason != WaitingFor.Batch).GroupBy(w => w.Reason).OrderBy(g => g.Key).Select(g => (g.Key, g.Count(), g.Sum(w => w.Fen)))];
    }
}
