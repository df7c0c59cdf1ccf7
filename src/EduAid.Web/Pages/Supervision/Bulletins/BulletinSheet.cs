using EduAid.Application.Plans;
using EduAid.Application.Setup;
using EduAid.Application.Supervision;
using EduAid.Application.Words;
using EduAid.Domain.Plans;
using EduAid.Domain.Supervision;
using EduAid.Web.Pages.Imports;

namespace EduAid.Web.Pages.Supervision.Bulletins;

/// <summary>An item as a bulletin prints it.</summary>
public sealed record SheetItem(string Number, string Title, string Units, PlanState State, string Figures);

/// <summary>A bulletin as it is printed, published or about to be.</summary>
/// <param name="Number">Null before it is published.</param>
/// <param name="Office">Who publishes it.</param>
public sealed record BulletinSheet(
    string? Number, string Title, string Opening, int PlanYear, DateOnly On, DateOnly Published, int Points, int SoonDays, string Office,
    IReadOnlyList<RankedUnit> Units, IReadOnlyList<SheetItem> Items)
{
    private static readonly Words Chinese = Words.Chinese;

    public static BulletinSheet Of(Bulletin bulletin, string office) => new(
        bulletin.Number, bulletin.Title, bulletin.Opening, bulletin.PlanYear, bulletin.On, CountyTime.DayOf(bulletin.At), bulletin.Points, bulletin.SoonDays, office,
        [.. bulletin.Units.OrderBy(u => u.Position).Select(u => new RankedUnit(u.Rank, new(u.Unit, u.Items, u.Done, u.OnTrack, u.Behind, u.Late, u.OverdueOrders)))],
        [.. bulletin.Items.OrderBy(i => i.Position).Select(i => new SheetItem(i.Number, i.Title, i.Units, i.State, i.Figures))]);

    public static BulletinSheet Of(BulletinDraft draft, string title, string opening, DateOnly today, string office) => new(
        null, title, opening, draft.Board.Plan.Year, draft.Board.On, today, draft.Board.Rule.Points, draft.Board.Rule.SoonDays, office, draft.Units,
        [.. draft.Board.Tasks.Where(t => t.State != PlanState.None).Select(t => new SheetItem(t.Item.Number, t.Item.Title, string.Join('、', t.Item.Units), t.State, PlanFigures.Of(t)))]);

    public int Count(PlanState state) => Items.Count(i => i.State == state);

    public string Word(PlanState state) => Chinese.PlanState(state);

    public string Day(DateOnly day) => Chinese.Day(day);
}
