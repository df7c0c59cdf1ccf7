using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using EduAid.Domain.Supervision;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Supervision;

public enum BulletinRefusal
{
    NotYourRole = 1,

    /// <summary>There is no plan of that year.</summary>
    NotFound,
    TitleMissing,
    TextTooLong,

    /// <summary>A day to come, or before the plan's year.</summary>
    DayOutside,
}

/// <param name="Bulletin">Its key where it was published.</param>
public sealed record BulletinOutcome(BulletinRefusal? Refusal, Guid? Bulletin = null, string? Number = null);

/// <summary>The ranking and the items of a bulletin as they would be published.</summary>
public sealed record BulletinDraft(PlanBoard Board, IReadOnlyList<RankedUnit> Units)
{
    /// <summary>Five questions. Null where there is no plan of that year.</summary>
    public static async Task<BulletinDraft?> LoadAsync(EduAidDbContext db, int planYear, DateOnly? on, DateOnly today, CancellationToken stop)
    {
        if (await PlanBoard.LoadAsync(db, planYear, on, today, stop) is not { } board) return null;
        var overdue = await db.SupervisionOrders.Where(o => o.PlanYear == planYear && o.State == OrderState.Open && o.Due < board.On).GroupBy(o => o.Unit)
            .Select(g => new { Unit = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Unit, g => g.Count, stop);
        var units = board.Tasks.SelectMany(t => t.Item.Units, (t, unit) => (unit, t.State)).GroupBy(p => p.unit, p => p.State)
            .Select(g => UnitStanding.Of(g.Key, [.. g], overdue.GetValueOrDefault(g.Key)));
        return new(board, UnitRanking.Rank(units));
    }
}

/// <summary>Publishes a bulletin: counts everything anew and keeps the rows under the next number of the year.</summary>
public sealed class PublishBulletin(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<BulletinOutcome> RunAsync(Actor actor, int planYear, DateOnly on, string title, string opening, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PlanRights.MaySupervise(actor)) return new BulletinOutcome(BulletinRefusal.NotYourRole);
            if (string.IsNullOrWhiteSpace(title)) return new BulletinOutcome(BulletinRefusal.TitleMissing);
            if (title.Trim().Length > Bulletin.LongestTitle || opening.Trim().Length > Bulletin.LongestText) return new BulletinOutcome(BulletinRefusal.TextTooLong);
            if (on > day.Today || on.Year < planYear) return new BulletinOutcome(BulletinRefusal.DayOutside);
            if (await BulletinDraft.LoadAsync(db, planYear, on, day.Today, stop) is not { } draft) return new BulletinOutcome(BulletinRefusal.NotFound);
            var year = day.Today.Year;
            var sequence = await db.Bulletins.Where(b => b.Year == year).Select(b => (int?)b.Sequence).MaxAsync(stop) ?? 0;
            var bulletin = Frozen(draft, Keys.New(time.GetUtcNow()), year, sequence + 1, title.Trim(), opening.Trim(), actor);
            db.Bulletins.Add(bulletin);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "bulletin.publish", $"bulletin:{bulletin.Id}", new { bulletin.Number, bulletin.PlanYear, bulletin.On, Units = bulletin.Units.Count, Items = bulletin.Items.Count });
            return new BulletinOutcome(null, bulletin.Id, bulletin.Number);
        },
        stop);

    private Bulletin Frozen(BulletinDraft draft, Guid id, int year, int sequence, string title, string opening, Actor actor)
    {
        var (county, board) = (db.CountyCode, draft.Board);
        var bulletin = new Bulletin
        {
            County = county,
            Id = id,
            Year = year,
            Sequence = sequence,
            PlanYear = board.Plan.Year,
            On = board.On,
            Title = title,
            Opening = opening,
            Points = board.Rule.Points,
            SoonDays = board.Rule.SoonDays,
            By = actor.Name,
            At = time.GetUtcNow(),
        };
        bulletin.Units.AddRange(draft.Units.Select((ranked, place) => new BulletinUnit
        {
            County = county,
            Bulletin = id,
            Position = place + 1,
            Rank = ranked.Rank,
            Unit = ranked.Standing.Unit,
            Items = ranked.Standing.Items,
            Done = ranked.Standing.Done,
            OnTrack = ranked.Standing.OnTrack,
            Behind = ranked.Standing.Behind,
            Late = ranked.Standing.Late,
            OverdueOrders = ranked.Standing.OverdueOrders,
        }));
        bulletin.Items.AddRange(board.Tasks.Where(t => t.State != PlanState.None).Select((task, place) => new BulletinItem
        {
            County = county,
            Bulletin = id,
            Position = place + 1,
            Number = task.Item.Number,
            Title = task.Item.Title,
            Units = string.Join('、', task.Item.Units),
            Due = task.Item.Due,
            State = task.State,
            Figures = PlanFigures.Of(task),
        }));
        return bulletin;
    }
}
