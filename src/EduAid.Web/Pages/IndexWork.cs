using System.Globalization;
using EduAid.Application.Coverage;
using EduAid.Application.Rosters;
using EduAid.Application.Words;
using EduAid.Domain.Review;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages;

/// <param name="Count">How many, with their unit; leads the line.</param>
/// <param name="Urgent">Nothing goes on without it.</param>
public sealed record WaitingItem(string Count, bool Urgent, string Text, string Action, string Href);

/// <summary>等我处理: what waits, most urgent first. What stops a list or holds an amount comes before what only needs care.</summary>
/// <param name="expected">The schools whose lists are waited for, as far as the visitor sees.</param>
/// <param name="may">Whether the visitor may do a thing: what waits for others is not shown as their work.</param>
public sealed class IndexWork(IndexOverview overview, IReadOnlyList<SchoolLabel> expected, Words words, IStringLocalizer<Texts> texts, Func<Right, bool> may)
{
    private const int NamesShown = 3;

    // Finance pays and the leader signs: who is found and decided on is the aid centre's.
    public IReadOnlyList<WaitingItem> OfCounty(IReadOnlyList<TownshipCoverage> coverage) => !may(Right.LiftHolds) ? [] : [.. Unsent(), .. Ungenerated(), .. Findings(holds: true), .. Stale(), .. Missed(coverage), .. Findings(holds: false)];

    public IReadOnlyList<WaitingItem> OfSchool(SchoolId own) => [.. OwnList(own), .. Findings(holds: true, own: true), .. Findings(holds: false, own: true), .. Stale()];

    private IEnumerable<WaitingItem> Unsent()
    {
        var unsent = expected.Where(s => !s.SentList).OrderBy(s => s.Code, StringComparer.Ordinal).ToList();
        if (overview.Schools.All.Count == 0) yield return new("", true, texts["Home.Work.NoSchools"], texts["Home.Do.Import"], "/Registers");
        else if (unsent.Count > 0)
            yield return new(texts["Home.Count.Schools", unsent.Count], true, texts["Home.Work.Unsent", Some(unsent.Select(s => s.Name).ToList())], texts["Home.Do.See"], "/Lists?state=not-sent");
    }

    private IEnumerable<WaitingItem> OwnList(SchoolId own)
    {
        if (!overview.Schools[own].SentList && may(Right.SendLists)) yield return new("", true, texts["Home.Work.OwnList"], texts["Home.Do.Upload"], "/Lists/Upload");
    }

    private IEnumerable<WaitingItem> Ungenerated()
    {
        if (overview.Rosters == 0 && may(Right.GenerateRosters) && overview.Schools.All.Any(s => s.SentList)) yield return new("", true, texts["Home.Work.Ungenerated"], texts["Home.Do.Generate"], "/Rosters");
    }

    // What a school can know is its work; the county sees that it waits there.
    private IEnumerable<WaitingItem> Findings(bool holds, bool own = false) => overview.Findings
        .Where(f => f.Holds == holds && (!own || DecisionAnswers.AssigneeOf(f.Code) == Assignee.School))
        .OrderBy(f => own ? 0 : DecisionAnswers.AssigneeOf(f.Code) == Assignee.County ? 0 : 1).Select(f => new WaitingItem(
        People(f.Count), holds,
        texts[holds ? "Home.Work.Holds" : "Home.Work.Flags", words.FindingTitle(f.Code)] + (own || DecisionAnswers.AssigneeOf(f.Code) == Assignee.County ? "" : texts["Home.Work.AtSchools"].Value), texts[holds ? "Home.Do.Decide" : "Home.Do.Mend"], "/Review?code=" + f.Code));

    private IEnumerable<WaitingItem> Stale()
    {
        if (overview.Stale > 0) yield return new(texts["Home.Count.Rosters", overview.Stale], false, texts["Home.Work.Stale"], texts["Home.Do.See"], "/Rosters?mark=stale");
    }

    /// <summary>The registered children on no list whom the visitor looks for.</summary>
    public IEnumerable<WaitingItem> Missed(IReadOnlyList<TownshipCoverage> coverage)
    {
        var missed = coverage.Where(t => t.Missed > 0).ToList();
        if (missed.Count > 0) yield return new(People(missed.Sum(t => t.Missed)), false, texts["Home.Work.Missed", Some(missed.Select(t => $"{t.Township} {t.Missed}").ToList())], texts["Home.Do.Find"], "/Missed");
    }

    private string People(int count) => texts[count == 1 ? "Home.Count.Person" : "Home.Count.People", count];

    private string Some(List<string> names) => names.Count <= NamesShown ? words.Joined(names)
        : texts["Home.Work.More", words.Joined(names.Take(NamesShown)), names.Count.ToString(CultureInfo.InvariantCulture)];
}
