using System.Globalization;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Payments.Sums;

/// <summary>The papers of each step of a programme and semester; the page of the four sums fetches its table.</summary>
public sealed class PapersModel(EduAidDbContext db, Visitor visitor) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<StepPaper> Papers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Programme = ProgrammeAsked.Of(Request, Semester);
        Papers = await StepPaper.LoadAsync(db, Semester, Programme.Code, stop);
    }
}
