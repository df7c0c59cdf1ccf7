using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;

namespace EduAid.Application.Canteens;

/// <param name="Figures">Null where a number lacks.</param>
/// <param name="Seen">The version that stood when the form was opened; 0 for none.</param>
/// <param name="Reason">Why a month is stated anew.</param>
public sealed record SentStatement(SchoolId School, MonthStatement? Figures, int Seen, string? Reason);

/// <summary>States a month's meal money, or corrects it by a further version. What the checks find keeps nothing from being stated: it is shown until it is mended.</summary>
public sealed class StateMonth(EduAidDbContext db, CanteenBoard board, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<CanteenOutcome> RunAsync(Actor actor, SentStatement sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !CanteenRights.MayState(role)) return new CanteenOutcome(CanteenRefusal.NotYourRole);
            var school = await board.OfAsync(sent.School, stop);
            if (Judge(school, sent) is { } refusal) return new CanteenOutcome(refusal);
            if (!Add(actor, school!, sent)) return new CanteenOutcome(null);
            await db.SaveChangesAsync(stop);
            return new CanteenOutcome(null, true);
        },
        stop);

    /// <summary>Why a statement is not taken; null where it is, or says what stands there already.</summary>
    /// <param name="school">Null where the scope has none.</param>
    internal CanteenRefusal? Judge(CanteenSchool? school, SentStatement sent)
    {
        if (school is null) return CanteenRefusal.SchoolMissing;
        if (sent.Figures is not { } figures) return CanteenRefusal.NumbersMissing;
        if (figures.Month > Month.Of(day.Today)) return CanteenRefusal.MonthAhead;
        if (!figures.IsPossible) return CanteenRefusal.NumbersImpossible;
        var held = school.Ledger.In(figures.Month).Stated;
        // A month that was stated stays correctable, whatever became of the membership.
        if (held is null && !school.History.IsOnProgrammeIn(figures.Month)) return CanteenRefusal.NotOnProgramme;
        if (held?.Figures == figures) return null;
        if ((held?.Version ?? 0) != sent.Seen) return CanteenRefusal.Meanwhile;
        var reason = sent.Reason?.Trim() ?? "";
        return (held is not null && reason.Length == 0) || reason.Length > CanteenStatement.LongestReason ? CanteenRefusal.ReasonMissing : null;
    }

    /// <summary>Adds a statement that has been judged, within a change that saves it; false where it says what stands there already.</summary>
    internal bool Add(Actor actor, CanteenSchool school, SentStatement sent)
    {
        var figures = sent.Figures!;
        if (school.Ledger.In(figures.Month).Figures == figures) return false;
        var row = Row(figures, school.Id, sent.Seen + 1, sent.Seen == 0 ? "" : sent.Reason!.Trim(), actor);
        db.CanteenStatements.Add(row);
        trail.Record(
            actor, "canteen.state", $"canteen:{school.Id.Value}:{figures.Month}",
            new { row.Version, Opening = row.Opening.Fen, Received = row.Received.Fen, Food = row.Food.Fen, Other = row.Other.Fen, row.Meals, row.Pupils, row.Days, row.Reason });
        return true;
    }

    private CanteenStatement Row(MonthStatement figures, SchoolId school, int version, string reason, Actor actor) => new()
    {
        County = db.CountyCode,
        School = school,
        Begins = figures.Month.First,
        Version = version,
        Opening = figures.Opening,
        Received = figures.Received,
        Food = figures.Food,
        Other = figures.Other,
        Meals = figures.Meals,
        Pupils = figures.Pupils,
        Days = figures.Days,
        Reason = reason,
        On = day.Today,
        By = actor.Name,
        At = time.GetUtcNow(),
    };
}
