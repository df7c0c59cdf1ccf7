using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Returns;

public sealed record ReturnRow(BankReturn Return, string By);

/// <summary>The banks' files that were taken in, the latest first.</summary>
public sealed class IndexModel(EduAidDbContext db) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<ReturnRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Paging = Paging.From(Request.Query).Of(await db.BankReturns.CountAsync(stop));
        Rows = await db.BankReturns.OrderByDescending(r => r.Number).Skip(Paging.Skip).Take(Paging.Size)
            .Select(r => new ReturnRow(r, db.Users.Where(u => u.UserName == r.By).Select(u => u.DisplayName).FirstOrDefault() ?? r.By)).ToListAsync(stop);
    }
}
