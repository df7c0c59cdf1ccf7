using EduAid.Domain.Rosters;

namespace EduAid.Web.Pages.Rosters;

/// <summary>The one step that comes next for a roster.</summary>
/// <param name="Waits">What it waits for; null where it can be taken now.</param>
public sealed record NextStep(RosterMoveKind Kind, RosterRefusal? Waits)
{
    private static readonly Dictionary<string, RosterMoveKind> Slugs = new(StringComparer.Ordinal)
    {
        ["confirm"] = RosterMoveKind.Confirm,
        ["publish"] = RosterMoveKind.Publish,
        ["review"] = RosterMoveKind.Review,
        ["approve"] = RosterMoveKind.Approve,
        ["send-back"] = RosterMoveKind.SendBack,
    };

    /// <summary>Null for an approved roster: its own life has ended.</summary>
    public static NextStep? Of(Roster roster, int openObjections, DateOnly today) => roster.State switch
    {
        RosterState.Draft => new(RosterMoveKind.Confirm, roster.Stale ? new RosterRefusal.Stale() : Stops(roster, 0)),
        RosterState.Confirmed when roster.NeedsNotice => new(RosterMoveKind.Publish, null),
        RosterState.Confirmed => new(RosterMoveKind.Review, Stops(roster, openObjections)),
        RosterState.OnNotice => new(
            RosterMoveKind.Review, roster.NoticeHasRun(today) ? Stops(roster, openObjections) : new RosterRefusal.NoticeRuns(roster.NoticeUntil!.Value)),
        RosterState.Reviewed => new(RosterMoveKind.Approve, Stops(roster, openObjections)),
        _ => null,
    };

    public static RosterMoveKind? Parse(string slug) => Slugs.TryGetValue(slug, out var kind) ? kind : null;

    /// <summary>The step's part of the address.</summary>
    public static string Slug(RosterMoveKind kind) => Slugs.First(s => s.Value == kind).Key;

    private static RosterRefusal? Stops(Roster roster, int openObjections) =>
        openObjections > 0 ? new RosterRefusal.ObjectionsOpen(openObjections) : roster.Entries == 0 ? new RosterRefusal.Empty() : null;
}
