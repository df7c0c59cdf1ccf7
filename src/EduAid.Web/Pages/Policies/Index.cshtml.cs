using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Policies;

/// <param name="Code">Of a programme, or <c>county</c>.</param>
public sealed record PolicyRow(string Code, IReadOnlyList<ParameterView> Parameters)
{
    public int Due => Parameters.Count(p => p.Due);

    public int Missing => Parameters.Count(p => p.Current is null);

    public int Doubted => Parameters.Count(p => p.Current?.DoubtedFrom is not null);

    public int Proposed => Parameters.Count(p => p.Proposal is not null);
}

/// <summary>The policies in force: what each programme pays, what nobody has checked this school year, what waits to be published.</summary>
public sealed class IndexModel(EduAidDbContext db, BusinessDay day) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public IReadOnlyList<PolicyRow> Rows { get; private set; } = [];

    public int Due => Rows.Sum(r => r.Due);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var order = Domain.Programmes.Programme.All.Select(p => p.Code).ToList();
        Rows = [.. (await PolicyView.LoadAsync(db, day.Today, stop)).GroupBy(p => p.Parameter.Programme).Select(g => new PolicyRow(g.Key, [.. g]))
            .OrderBy(r => order.IndexOf(r.Code) is >= 0 and var at ? at : order.Count)];
    }
}
