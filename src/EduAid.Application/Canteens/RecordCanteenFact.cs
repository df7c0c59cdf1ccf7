using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Canteens;

/// <param name="Value">As <see cref="CanteenFact.Value"/>; null for nothing.</param>
public sealed record SentCanteenFact(SchoolId School, CanteenFactKind Kind, DateOnly From, string? Value, string? Note);

/// <summary>Writes down what holds of a canteen from a day on: the county who is on the programme and who was named, the school the rest.</summary>
public sealed class RecordCanteenFact(EduAidDbContext db, CanteenBoard board, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<CanteenOutcome> RunAsync(Actor actor, SentCanteenFact sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !CanteenRights.MayState(role)) return new CanteenOutcome(CanteenRefusal.NotYourRole);
            if (!Enum.IsDefined(sent.Kind)) return new CanteenOutcome(CanteenRefusal.ValueWrong);
            if (!CanteenRights.MayRecord(role, sent.Kind)) return new CanteenOutcome(CanteenRefusal.CountyDecides);
            if (await board.OfAsync(sent.School, stop) is not { } school) return new CanteenOutcome(CanteenRefusal.SchoolMissing);
            var (value, note) = (sent.Value?.Trim() ?? "", sent.Note?.Trim() ?? "");
            if (!CanteenFact.Allows(sent.Kind, value)) return new CanteenOutcome(CanteenRefusal.ValueWrong);
            if (note.Length > CanteenFactRow.LongestNote) return new CanteenOutcome(CanteenRefusal.ReasonMissing);
            if (sent.From > day.Today || sent.From < CanteenFact.Earliest) return new CanteenOutcome(CanteenRefusal.DayOutside);
            var fact = new CanteenFact(school.History.All.Count + 1, sent.Kind, sent.From, value);
            if (fact.Supply is not null && !school.IsCompulsory) return new CanteenOutcome(CanteenRefusal.NotCompulsory);
            if (fact.Supply == SupplyMode.Left && school.History.SupplyOn(sent.From.AddDays(-1)) is null) return new CanteenOutcome(CanteenRefusal.NotOnProgramme);
            // The very same on the very same day says nothing new.
            if (school.History.Standing.Any(f => f.Kind == fact.Kind && f.From == fact.From && f.Value == value)) return new CanteenOutcome(null);
            db.CanteenFacts.Add(Row(db.CountyCode, school.Id, fact, note, actor, time.GetUtcNow()));
            await db.SaveChangesAsync(stop);
            // Who keeps the money is a name: the trail says that one was named.
            trail.Record(actor, "canteen.fact", $"canteen:{school.Id.Value}", new { fact.Number, Kind = $"{fact.Kind}", fact.From, Value = fact.Kind == CanteenFactKind.FinanceStaff ? null : fact.Value });
            return new CanteenOutcome(null, true);
        },
        stop);

    internal static CanteenFactRow Row(string county, SchoolId school, CanteenFact fact, string note, Actor actor, DateTimeOffset at) => new()
    {
        County = county,
        School = school,
        Number = fact.Number,
        Kind = fact.Kind,
        From = fact.From,
        Value = fact.Value,
        Withdraws = fact.Withdraws,
        Note = note,
        By = actor.Name,
        At = at,
    };
}

/// <summary>Takes a wrong entry back, with the reason; both stay to be seen.</summary>
public sealed class WithdrawCanteenFact(EduAidDbContext db, CanteenBoard board, Work work, AuditTrail trail, TimeProvider time)
{
    public Task<CanteenOutcome> RunAsync(Actor actor, SchoolId id, int number, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !CanteenRights.MayState(role)) return new CanteenOutcome(CanteenRefusal.NotYourRole);
            if (await board.OfAsync(id, stop) is not { } school) return new CanteenOutcome(CanteenRefusal.SchoolMissing);
            if (school.History.Standing.FirstOrDefault(f => f.Number == number) is not { } fact) return new CanteenOutcome(CanteenRefusal.NotStanding);
            if (!CanteenRights.MayRecord(role, fact.Kind)) return new CanteenOutcome(CanteenRefusal.CountyDecides);
            var why = reason?.Trim() ?? "";
            if (why.Length is 0 or > CanteenFactRow.LongestNote) return new CanteenOutcome(CanteenRefusal.ReasonMissing);
            var taken = fact with { Number = school.History.All.Count + 1, Withdraws = fact.Number };
            db.CanteenFacts.Add(RecordCanteenFact.Row(db.CountyCode, id, taken, why, actor, time.GetUtcNow()));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "canteen.withdraw", $"canteen:{id.Value}", new { taken.Number, taken.Withdraws, Kind = $"{fact.Kind}", fact.From });
            return new CanteenOutcome(null, true);
        },
        stop);
}
