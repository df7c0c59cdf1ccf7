using System.Globalization;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Policies;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Policies.Proposals;

/// <summary>Proposed values, those that wait above, then the latest first.</summary>
public sealed class IndexModel(EduAidDbContext db) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<(PolicyProposal Proposal, string By)> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> States => Enum.GetValues<ProposalState>().Select(s => new SelectListItem(Words.ProposalState(s), s.ToString()));

    public async Task OnGetAsync(string? state, CancellationToken stop)
    {
        var found = db.PolicyProposals.AsQueryable();
        if (Enum.TryParse<ProposalState>(state, out var asked)) found = found.Where(p => p.State == asked);
        Paging = Paging.From(Request.Query).Of(await found.CountAsync(stop));
        var rows = await found.OrderByDescending(p => p.State == ProposalState.Open).ThenByDescending(p => p.ProposedAt).Skip(Paging.Skip).Take(Paging.Size)
            .Select(p => new { Proposal = p, By = db.Users.Where(u => u.UserName == p.ProposedBy).Select(u => u.DisplayName).FirstOrDefault() ?? p.ProposedBy }).ToListAsync(stop);
        Rows = rows.ConvertAll(r => (r.Proposal, r.By));
    }

    internal static Tone ToneOf(ProposalState state) => state switch
    {
        ProposalState.Open => Tone.Go,
        ProposalState.Published => Tone.Ok,
        ProposalState.Refused => Tone.Bad,
        _ => Tone.Neutral,
    };
}
