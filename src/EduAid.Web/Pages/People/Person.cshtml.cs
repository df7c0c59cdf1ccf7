using System.Globalization;
using EduAid.Application.Documents;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.People;

/// <summary>One pupil with everything on record: lists, registration in time, grants with their reasons, payments, questions, contacts, corrections and papers.</summary>
public sealed class PersonModel(EduAidDbContext db, Visitor visitor, PersonDirectory people, FieldCipher cipher, TurnCache cache) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public PersonView View { get; private set; } = null!;

    public SchoolLabels Schools { get; private set; } = null!;

    /// <summary>Null for whose role they are not.</summary>
    public PapersOf? Papers { get; private set; }

    /// <summary>What each programme says by the present facts; null where that was not asked.</summary>
    public IReadOnlyList<ProgrammeExplanation>? Explained { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public PersonEnrolment? Now => View.Enrolments.FirstOrDefault(e => e.Semester == Semester);

    public IEnumerable<PersonEntry> Granted => View.Entries.Where(e => e.Semester == Semester && e.Kind is RosterKind.Regular or RosterKind.Supplement);

    public long Paid => Granted.Where(e => e.Line == LineState.Paid).Sum(e => e.Fen);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShownAsync(id, stop);

    /// <summary>The rules read the registered list, which is the county's.</summary>
    [Needs(Right.SeeRegisters)]
    public async Task<IActionResult> OnPostExplainAsync(Guid id, [FromServices] ExplainPerson explain, CancellationToken stop)
    {
        var shown = await ShownAsync(id, stop);
        if (shown is PageResult) Explained = await explain.OfAsync(Semester, new(id), stop);
        return shown;
    }

    private async Task<IActionResult> ShownAsync(Guid id, CancellationToken stop)
    {
        if (await PersonView.LoadAsync(db, people, cipher, new(id), Semester, stop) is not { } view) return NotFound();
        View = view;
        Schools = await cache.GetAsync(() => SchoolLabels.LoadAsync(db, Semester, stop));
        if (DocumentRights.MayRead(visitor.Role, DocumentSubject.Pupil)) Papers = await PapersOf.LoadAsync(db, DocumentSubject.Pupil, id.ToString(), visitor, stop);
        return Page();
    }
}
