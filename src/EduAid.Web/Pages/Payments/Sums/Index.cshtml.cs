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

namespace EduAid.Web.Pages.Payments.Sums;

/// <summary>One of the four figures with where its rows are listed.</summary>
public sealed record SumCard(Sum Sum, long Fen, string Count, string Href);

/// <summary>Roster = document = bank = voucher: computed live, with the very entries and batches that make a difference.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Programme Programme { get; private set; } = null!;

    public FourSums Sums { get; private set; } = null!;

    public SchoolLabels Schools { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<SumDifference> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Programme = ProgrammeAsked.Of(Request, Semester);
        Sums = await FourSums.ReadAsync(db, Semester, Programme.Code, stop);
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        Paging = Paging.From(Request.Query).Of(Sums.Differences.Count);
        Rows = [.. Sums.Differences.OrderBy(d => d.Left).ThenBy(d => d.Entry is null).ThenBy(d => d.Entry?.Name, StringComparer.Ordinal).Skip(Paging.Skip).Take(Paging.Size)];
    }

    public bool Same(Sum left, Sum right) => Fen(left) == Fen(right);

    private long Fen(Sum sum) => sum switch
    {
        Sum.Roster => Sums.RosterFen,
        Sum.Document => Sums.DocumentFen,
        Sum.Bank => Sums.BankFen,
        _ => Sums.VoucherFen,
    };
}
