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
        RosterState.Draft => new(RosterMoveKind.Confirm, roster.Stale ? new RosterRefusal.Stale() : Empty(roster)),
        RosterState.Confirmed when roster.NeedsNotice => new(RosterMoveKind.Publish, null),
        RosterState.Confirmed => new(RosterMoveKind.Review, Objections(openObjections) ?? Empty(roster)),
        RosterState.OnNotice => new(
            RosterMoveKind.Review, roster.NoticeHasRun(today) ? Objections(openObjections) ?? Empty(roster) : new RosterRefusal.NoticeRuns(roster.NoticeUntil!.Value)),
        RosterState.Reviewed => new(RosterMoveKind.Approve, Objections(openObjections)),
        _ => null,
    };

    public static RosterMoveKind? Parse(string slug) => Slugs.TryGetValue(slug, out var kind) ? kind : null;

    /// <summary>The step's part of the address.</summary>
    public static string Slug(RosterMoveKind kind) => Slugs.First(s => s.Value == kind).Key;

    private static RosterRefusal.ObjectionsOpen? Objections(int open) => open > 0 ? new(open) : null;

    private static RosterRefusal.Empty? Empty(Roster roster) => roster.Entries == 0 ? new() : null;
}
