using System.Globalization;
using EduAid.Application.Enrolments;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Lists;

/// <param name="Id">Masked.</param>
/// <param name="Card">Masked; null where there is none.</param>
public sealed record ChildRow(
    int Line, string Name, string Id, string Grade, string? Class, bool? Boarding, EnrolmentStatus Status, AccountState CardState, string? Card, int Import, string Sheet, int Row, PersonId Person);

/// <summary>The rows of a school's current list.</summary>
public sealed class DetailsModel(EduAidDbContext db, Visitor visitor, PersonDirectory people, FieldCipher cipher) : PageModel
{
    private const int MostFound = 200;

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public SchoolLabel School { get; private set; } = null!;

    /// <summary>Null where the school has not sent one.</summary>
    public SchoolList? Current { get; private set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<ChildRow> Rows { get; private set; } = [];

    /// <summary>A name, a class or a whole citizen ID: posted, because neither may stand in an address.</summary>
    [BindProperty]
    public string? Find { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShownAsync(new(id), null, stop);

    [Needs(Right.SeeSemester)]
    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) =>
        ShownAsync(new(id), string.IsNullOrWhiteSpace(Find) ? null : Find.Trim(), stop);

    private async Task<IActionResult> ShownAsync(SchoolId id, string? wanted, CancellationToken stop)
    {
        if (!visitor.Scope.Covers(id)) return NotFound();
        if ((await SchoolLabels.LoadAsync(db, Semester, stop)).All.FirstOrDefault(s => s.Id == id) is not { } school) return NotFound();
        School = school;
        Current = await db.SchoolLists.SingleOrDefaultAsync(
            l => l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == Semester && l.School == id, stop);
        Paging = Paging.From(Request.Query).Of(0);
        if (Current is not { } list) return Page();
        var all = db.Enrolments.Where(e => e.List == list.Id);
        if (wanted is null)
        {
            Paging = Paging.From(Request.Query).Of(list.Rows);
            Rows = await RowsAsync(all.OrderBy(e => e.Line).Skip(Paging.Skip).Take(Paging.Size), stop);
            return Page();
        }
        Rows = await RowsAsync(Matching(all, wanted).OrderBy(e => e.Line).Take(MostFound), stop);
        Paging = Paging.From(QueryCollection.Empty).Of(Rows.Count);
        return Page();
    }

    private IQueryable<Enrolment> Matching(IQueryable<Enrolment> rows, string wanted)
    {
        var folded = Text.Fold(wanted).ToUpperInvariant();
        if (folded.Length == 18 && folded.Count(char.IsAsciiDigit) >= 17)
        {
            var hash = people.HashOf(folded);
            return rows.Where(e => db.PersonIdNumbers.Any(n => n.NumberHash == hash && n.Person == e.Person));
        }
        return rows.Where(e => e.Name.Contains(wanted) || e.Class == wanted);
    }

    private async Task<IReadOnlyList<ChildRow>> RowsAsync(IQueryable<Enrolment> rows, CancellationToken stop)
    {
        // A row stays where the identity of its person was erased at the end of its period.
        var read = await (
            from row in rows
            from number in db.PersonIdNumbers.Where(n => n.Until == null && n.Person == row.Person).DefaultIfEmpty()
            select new { Row = row, Number = number }).ToListAsync(stop);
        return [.. read.OrderBy(r => r.Row.Line).Select(r => new ChildRow(
            r.Row.Line, r.Row.Name, r.Number is null ? "—" : people.Reveal(r.Number).ToString(), GradeName.Of(r.Row.Stage, r.Row.Grade), r.Row.Class, r.Row.Boarding, r.Row.Status,
            r.Row.Card, Card(r.Row), r.Row.Import, r.Row.Sheet, r.Row.Row, r.Row.Person))];
    }

    private string? Card(Enrolment row) => row.CardCipher is { } card
        ? BankCard.Mask(cipher.Decrypt(card, Places.Enrolment("card", row.County, row.List, row.Line))) : null;
}
