using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Domain.Supervision;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Supervision;

/// <param name="Item">Number of the item of <paramref name="PlanYear"/>'s plan that it is about, both or neither.</param>
public sealed record OrderDraft(string Unit, int? PlanYear, string? Item, string Demand, DateOnly Due);

/// <param name="Order">Its key where it was issued.</param>
public sealed record OrderOutcome(OrderRefusal? Refusal, Guid? Order = null, string? Number = null);

/// <summary>Issues a supervision order with the next number of the year.</summary>
public sealed class IssueOrder(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<OrderOutcome> RunAsync(Actor actor, OrderDraft draft, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            var (unit, demand, today) = (draft.Unit.Trim(), draft.Demand.Trim(), day.Today);
            if (!PlanRights.MaySupervise(actor)) return new OrderOutcome(OrderRefusal.NotYourRole);
            if (demand.Length is 0 or > OrderStep.LongestText) return new OrderOutcome(OrderRefusal.TextMissing);
            if (draft.Due < today) return new OrderOutcome(OrderRefusal.DayPassed);
            if (unit.Length == 0) return new OrderOutcome(OrderRefusal.UnitMissing);
            var known = draft.Item is null
                ? db.PlanItemUnits.AnyAsync(u => u.Unit == unit, stop)
                : db.PlanItemUnits.AnyAsync(u => u.Year == draft.PlanYear && u.Item == draft.Item && u.Unit == unit, stop);
            if (!await known) return new OrderOutcome(OrderRefusal.UnitMissing);
            var sequence = await db.SupervisionOrders.Where(o => o.Year == today.Year).Select(o => (int?)o.Sequence).MaxAsync(stop) ?? 0;
            var now = time.GetUtcNow();
            var order = SupervisionOrder.Issue(
                db.CountyCode, Keys.New(now), today.Year, sequence + 1, unit, draft.Item is null ? null : draft.PlanYear, draft.Item, demand, draft.Due, actor.Name, now);
            db.SupervisionOrders.Add(order);
            db.OrderSteps.Add(OrderMove.Row(order, OrderStepKind.Issue, demand, draft.Due, today, actor, now));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "order.issue", $"order:{order.Id}", new { order.Number, order.Unit, order.PlanYear, order.Item, order.Due });
            return new OrderOutcome(null, order.Id, order.Number);
        },
        stop);
}

/// <summary>The unit says what it has done.</summary>
public sealed class ReplyToOrder(OrderMove move)
{
    public Task<OrderRefusal?> RunAsync(Actor actor, Guid order, string text, CancellationToken stop) =>
        move.RunAsync(actor, order, OrderStepKind.Reply, text, null, PlanRights.MayReport(actor), (o, _) => o.Reply(actor.Name), stop);
}

/// <summary>Whoever supervises, and did not reply, finds it settled.</summary>
public sealed class CloseOrder(OrderMove move)
{
    public Task<OrderRefusal?> RunAsync(Actor actor, Guid order, string text, CancellationToken stop) =>
        move.RunAsync(actor, order, OrderStepKind.Close, text, null, PlanRights.MaySupervise(actor), (o, _) => o.Close(actor.Name), stop);
}

/// <summary>Asks the unit again, with a reason and a new day.</summary>
public sealed class ReopenOrder(OrderMove move)
{
    public Task<OrderRefusal?> RunAsync(Actor actor, Guid order, string reason, DateOnly due, CancellationToken stop) =>
        move.RunAsync(actor, order, OrderStepKind.Reopen, reason, due, PlanRights.MaySupervise(actor), (o, today) => o.Reopen(due, today), stop);
}

/// <summary>What the steps of an order have in common: find it within the scope, ask it, write the step and the event.</summary>
public sealed class OrderMove(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    internal Task<OrderRefusal?> RunAsync(
        Actor actor, Guid id, OrderStepKind kind, string text, DateOnly? due, bool may, Func<SupervisionOrder, DateOnly, OrderRefusal?> step, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!may) return OrderRefusal.NotYourRole;
            if (await db.SupervisionOrders.AsTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } order) return OrderRefusal.NotFound;
            if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > OrderStep.LongestText) return OrderRefusal.TextMissing;
            if (step(order, day.Today) is { } refusal) return refusal;
            db.OrderSteps.Add(Row(order, kind, text.Trim(), due, day.Today, actor, time.GetUtcNow()));
            await db.SaveChangesAsync(stop);
            Record(actor, kind, order, text.Trim());
            return (OrderRefusal?)null;
        },
        stop);

    internal static OrderStep Row(SupervisionOrder order, OrderStepKind kind, string text, DateOnly? due, DateOnly on, Actor actor, DateTimeOffset at) => new()
    {
        County = order.County,
        Order = order.Id,
        Number = order.Steps,
        Kind = kind,
        Text = text,
        Due = due,
        On = on,
        By = actor.Name,
        At = at,
    };

    private void Record(Actor actor, OrderStepKind kind, SupervisionOrder order, string text)
    {
        var (subject, details) = ($"order:{order.Id}", new { order.Number, order.Unit, order.Due, Why = text });
        if (kind == OrderStepKind.Reply) trail.Record(actor, "order.reply", subject, details);
        else if (kind == OrderStepKind.Close) trail.Record(actor, "order.close", subject, details);
        else trail.Record(actor, "order.reopen", subject, details);
    }
}
