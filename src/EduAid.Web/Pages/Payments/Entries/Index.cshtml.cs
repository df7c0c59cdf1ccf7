using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Payments.Entries;

/// <summary>The entries behind a figure of the books: what is listed adds up to it.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor) : PageModel
{
    public const string FigureKey = "figure", SchoolKey = "school", MonthKey = "month";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<EntryPayment> Found { get; private set; } = [];

    public IReadOnlyList<EntryPayment> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public SchoolLabels Schools { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Programme = ProgrammeAsked.Of(Request, Semester);
        var entries = await EntryPayments.OfAsync(db, Semester, Programme.Code, stop);
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        var (figure, school, month) = (Request.Query.Text(FigureKey) ?? "", Request.Query.Text(SchoolKey) ?? "", Request.Query.Text(MonthKey) ?? "");
        Found = [.. entries.Where(e => Figures.Holds(figure, e) && (school.Length == 0 || Schools[e.School].Code == school) && (month.Length == 0 || Figures.MonthOf(e) == month))
            .OrderBy(e => Schools[e.School].Code, StringComparer.Ordinal).ThenBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Entry)];
        Paging = Paging.From(Request.Query).Of(Found.Count);
        Rows = [.. Found.Skip(Paging.Skip).Take(Paging.Size)];
    }
}
