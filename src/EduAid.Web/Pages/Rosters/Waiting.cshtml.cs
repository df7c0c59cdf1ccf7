using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Rosters;

/// <param name="Refusal">In words; null where the roster was signed.</param>
public sealed record SignedRoster(RosterId Id, string Name, string? Refusal);

/// <summary>等我办理: the rosters that wait for the director's review or the leader's approval, signed one page at a time after a look at what they touch.</summary>
public sealed class WaitingModel(
    EduAidDbContext db, Visitor visitor, BusinessDay day, RosterRecheck recheck, ReviewRoster review, ApproveRoster approve, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public RosterMoveKind Kind => visitor.Role == Role.AidDirector ? RosterMoveKind.Review : RosterMoveKind.Approve;

    public Paging Paging { get; private set; } = null!;

    public SchoolLabels Schools { get; private set; } = null!;

    public IReadOnlyList<Roster> Found { get; private set; } = [];

    /// <summary>What is about to be signed, with what has changed since; empty while it is being chosen.</summary>
    public IReadOnlyList<(Roster Roster, Recheck Recheck)> Chosen { get; private set; } = [];

    /// <summary>What became of each; empty before.</summary>
    public IReadOnlyList<SignedRoster> Outcomes { get; private set; } = [];

    [TempData]
    public string? Nothing { get; set; }

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    /// <summary>Shows what the chosen rosters come to; nothing is signed by it.</summary>
    public async Task<IActionResult> OnPostCheckAsync(List<Guid> chosen, CancellationToken stop)
    {
        await ShowAsync(stop);
        var wanted = Found.Where(r => chosen.Contains(r.Id.Value)).Take(Paging.Sizes[^1]).ToList();
        if (wanted.Count == 0) return NothingChosen();
        var rechecks = await recheck.OfAsync(wanted, stop);
        Chosen = [.. wanted.Select(r => (r, rechecks[r.Id]))];
        return Page();
    }

    /// <param name="seen">Each the key of a roster and the mark of the changes that were shown, apart by a blank.</param>
    public async Task<IActionResult> OnPostSignAsync(List<string> seen, string? remark, CancellationToken stop)
    {
        var wanted = seen.Select(s => s.Split(' ', 2)).Where(p => p.Length == 2 && Guid.TryParse(p[0], out _)).Take(Paging.Sizes[^1])
            .DistinctBy(p => p[0]).Select(p => (Id: new RosterId(Guid.Parse(p[0])), Mark: p[1])).ToList();
        if (wanted.Count == 0) return NothingChosen();
        var note = remark?.Length > StepModel.LongestRemark ? remark[..StepModel.LongestRemark] : remark;
        var ids = wanted.Select(s => s.Id).ToList();
        var rosters = await db.Rosters.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        var schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        var results = new List<SignedRoster>();
        foreach (var (id, mark) in wanted)
        {
            var outcome = Kind == RosterMoveKind.Review
                ? await review.RunAsync(visitor.Actor, id, note, mark, stop) : await approve.RunAsync(visitor.Actor, id, note, mark, stop);
            var name = rosters.TryGetValue(id, out var roster) ? NameOf(roster, schools) : id.Value.ToString();
            results.Add(new(id, name, outcome.Refusal is { } refusal ? Words.Refusal(refusal) : null));
        }
        await ShowAsync(stop);
        Outcomes = results;
        return Page();
    }

    public string NameOf(Roster roster, SchoolLabels schools) =>
        $"{schools[roster.School].Name} · {Words.Programme(roster.Programme)}{(roster.Kind == RosterKind.Regular ? "" : " · " + Words.RosterKind(roster.Kind))}";

    private RedirectResult NothingChosen()
    {
        Nothing = texts["ToSign.NothingChosen"];
        return Redirect("/Rosters/Waiting");
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        var programme = Request.Query.Text("programme");
        var rosters = await WaitingRosters.For(db, Semester, visitor.Role, visitor.Actor.Name, day.Today).ToListAsync(stop);
        Found = [.. rosters.Where(r => string.IsNullOrEmpty(programme) || r.Programme == programme)
            .OrderBy(r => r.NoticeUntil ?? DateOnly.MinValue).ThenBy(r => r.Programme, StringComparer.Ordinal).ThenBy(r => Schools[r.School].Code, StringComparer.Ordinal).ThenBy(r => r.Id.Value)];
        Paging = Paging.From(Request.Query).Of(Found.Count);
    }
}
