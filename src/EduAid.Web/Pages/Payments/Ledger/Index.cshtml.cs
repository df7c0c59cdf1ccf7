using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Books = EduAid.Application.Payments.Ledger;

namespace EduAid.Web.Pages.Payments.Ledger;

/// <summary>The books of a programme in a semester, by school and by month; each figure opens the entries that make it.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, ExportLedger export) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Programme Programme { get; private set; } = null!;

    public Books Books { get; private set; } = null!;

    public IReadOnlyList<(LedgerRow Row, SchoolLabel School)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Programme = ProgrammeAsked.Of(Request, Semester);
        Books = await Books.ReadAsync(db, Semester, Programme.Code, stop);
        var schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        Rows = [.. Books.Schools.Select(r => (r, schools[r.School])).OrderBy(r => r.Item2.Code, StringComparer.Ordinal)];
    }

    [Needs(Right.SeePayments)]
    public async Task<IActionResult> OnPostExportAsync(string? programme, CancellationToken stop)
    {
        if (Programme.Find(programme ?? "") is not { } which) return NotFound();
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Semester, which, output, stop);
        return Workbook.File(output, $"{Semester.ToChinese()}{which.ChineseName}台账");
    }

    public string Href(string figure, string? school = null, string? month = null) =>
        $"/Payments/Entries?programme={Programme.Code}&figure={figure}" + (school is null ? "" : $"&school={Uri.EscapeDataString(school)}") + (month is null ? "" : $"&month={month}");
}
