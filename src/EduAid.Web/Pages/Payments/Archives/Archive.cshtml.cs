using System.Globalization;
using EduAid.Application.Archives;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Payments;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Archives;

/// <summary>Closing the books of one programme and semester: what stands in the way, the question, and then the seal to print.</summary>
public sealed class ArchiveModel(EduAidDbContext db, Visitor visitor, CountySettings county) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public string CountyName => county.Name;

    public Programme Programme { get; private set; } = null!;

    /// <summary>Null while the books are open.</summary>
    public ProgrammeClosing? Closing { get; private set; }

    public string ClosedBy { get; private set; } = "";

    /// <summary>Null once they are closed.</summary>
    public FourSums? Sums { get; private set; }

    public ClosingRefusal? InTheWay { get; private set; }

    public IReadOnlyList<(Sum Sum, long Fen)> Figures => Sums is { } s
        ? [(Sum.Roster, s.RosterFen), (Sum.Document, s.DocumentFen), (Sum.Bank, s.BankFen), (Sum.Voucher, s.VoucherFen)]
        : [];

    public async Task<IActionResult> OnGetAsync(string programme, CancellationToken stop)
    {
        if (!IsKnown(programme)) return NotFound();
        await LoadAsync(stop);
        return Page();
    }

    [Needs(Right.CloseProgrammes)]
    public async Task<IActionResult> OnPostCloseAsync(
        string programme, [FromServices] CloseProgramme close, [FromServices] JobSizes sizes, [FromServices] JobDesk desk, CancellationToken stop)
    {
        if (!IsKnown(programme)) return NotFound();
        if (await sizes.IsLongToWriteAsync(Semester, Programme.Code, stop))
            return await desk.BeginAsync(JobKind.Close, $"archive:{Semester}:{Programme.Code}", new CloseArguments(Semester, Programme.Code), stop);
        var closed = await close.RunAsync(visitor.Actor, Semester, Programme, stop);
        if (closed.Refusal is not { } refusal) return Redirect($"/Payments/Archives/{Programme.Code}");
        ModelState.AddModelError("", Words.Refusal(refusal));
        await LoadAsync(stop);
        return Page();
    }

    [Needs(Right.ExportInFull)]
    public async Task<IActionResult> OnPostDownloadAsync(string programme, [FromServices] DownloadArchive download, CancellationToken stop) =>
        IsKnown(programme) && await download.RunAsync(visitor.Actor, Semester, Programme.Code, stop) is { } package
            ? File(package.Content, "application/zip", package.Name)
            : NotFound();

    private bool IsKnown(string programme)
    {
        if (Programme.Find(programme) is not { } found || !found.IsOf(Semester)) return false;
        Programme = found;
        return true;
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Closing = await db.ProgrammeClosings.SingleOrDefaultAsync(c => c.Semester == Semester && c.Programme == Programme.Code, stop);
        if (Closing is { } closing)
        {
            ClosedBy = await db.Users.Where(u => u.UserName == closing.By).Select(u => u.DisplayName).FirstOrDefaultAsync(stop) ?? closing.By;
            return;
        }
        Sums = await FourSums.ReadAsync(db, Semester, Programme.Code, stop);
        InTheWay = CloseProgramme.InTheWay(Sums);
    }
}
