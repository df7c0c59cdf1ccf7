using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.People;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Dropouts;

/// <param name="Place">The school or place, where the child is placed elsewhere.</param>
public sealed record SentDropoutStep(Guid Case, DropoutStepKind Kind, DateOnly On, string? Text, string? Place = null);

/// <summary>Records what was done in a case: a visit, the written notice, the hand-over, the return and so on.</summary>
public sealed class StepDropout(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<DropoutOutcome> RunAsync(Actor actor, SentDropoutStep sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !DropoutRights.May(role, sent.Kind)) return new DropoutOutcome(DropoutRefusal.NotYourRole);
            if (await db.DropoutCases.AsTracking().SingleOrDefaultAsync(c => c.Id == sent.Case, stop) is not { } dropout) return new DropoutOutcome(DropoutRefusal.NotFound);
            // Changing who answers has a verb of its own.
            if (sent.Kind == DropoutStepKind.Amend) return new DropoutOutcome(DropoutRefusal.WrongState);
            var (text, place) = (sent.Text?.Trim() ?? "", sent.Place?.Trim() ?? "");
            if (text.Length is 0 or > DropoutStep.LongestText) return new DropoutOutcome(DropoutRefusal.TextMissing);
            if ((sent.Kind == DropoutStepKind.Place && place.Length == 0) || place.Length > DropoutStep.LongestPlace) return new DropoutOutcome(DropoutRefusal.PlaceMissing);
            var before = dropout.State;
            if (dropout.Step(sent.Kind, sent.On, day.Today, (await SettingBook.LoadAsync(db, sent.On, stop)).Dropout) is { } refusal) return new DropoutOutcome(refusal);
            var step = Row(dropout, sent.Kind, sent.On, dropout.State == before ? null : dropout.Due, text, actor, time.GetUtcNow(), place.Length == 0 ? null : place);
            db.DropoutSteps.Add(step);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "dropout.step", $"dropout:{dropout.Id}", new { dropout.Number, Kind = sent.Kind.ToString(), sent.On, Before = before.ToString(), After = dropout.State.ToString(), dropout.Due });
            return new DropoutOutcome(null, dropout.Id, step.Id, dropout.Number);
        },
        stop);

    internal static DropoutStep Row(DropoutCase dropout, DropoutStepKind kind, DateOnly on, DateOnly? due, string text, Actor actor, DateTimeOffset at, string? place = null) => new()
    {
        County = dropout.County,
        Id = Keys.New(at),
        Case = dropout.Id,
        Number = dropout.Steps,
        Kind = kind,
        On = on,
        Due = due,
        Text = text,
        Place = place,
        By = actor.Name,
        At = at,
    };
}

/// <summary>责任人变更: others answer for the child, or its citizen ID has become known.</summary>
public sealed class AmendDropout(EduAidDbContext db, PersonDirectory people, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    /// <param name="citizenId">Null or blank where it is not known, or known already.</param>
    public Task<DropoutOutcome> RunAsync(Actor actor, Guid id, DoubleLine line, string? citizenId, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !DropoutRights.MayWork(role)) return new DropoutOutcome(DropoutRefusal.NotYourRole);
            if (await db.DropoutCases.AsTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } dropout) return new DropoutOutcome(DropoutRefusal.NotFound);
            if (await OpenDropout.ProblemAsync(db, line, stop, stays: dropout.School) is { } problem) return new DropoutOutcome(problem);
            var before = dropout.Line;
            if (dropout.Amend(OpenDropout.Tidy(line), day.Today, (await SettingBook.LoadAsync(db, day.Today, stop)).Dropout) is { } refusal) return new DropoutOutcome(refusal);
            if (dropout.Person is null && !string.IsNullOrWhiteSpace(citizenId) && await IdentifyAsync(dropout, citizenId, stop) is { } wrong) return new DropoutOutcome(wrong);
            var step = StepDropout.Row(dropout, DropoutStepKind.Amend, day.Today, null, TextOf(before, dropout), actor, time.GetUtcNow());
            db.DropoutSteps.Add(step);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "dropout.amend", $"dropout:{dropout.Id}", new { dropout.Number, Before = before, After = dropout.Line, WithId = dropout.Person is not null });
            return new DropoutOutcome(null, dropout.Id, step.Id, dropout.Number);
        },
        stop);

    private async Task<DropoutRefusal?> IdentifyAsync(DropoutCase dropout, string citizenId, CancellationToken stop)
    {
        var id = CitizenId.Parse(Text.Fold(citizenId), day.Today);
        if (!id.IsValid) return Undo(DropoutRefusal.IdInvalid);
        var person = (await people.FindOrAddAsync([(id.Id.Reveal(), dropout.Name)], stop))[id.Id.Reveal()];
        if (await db.DropoutCases.IgnoreQueryFilters([EduAidDbContext.TownshipFilter]).AnyAsync(c => c.Person == person && c.State <= DropoutState.HandedOver, stop)) return Undo(DropoutRefusal.AlreadyOpen);
        dropout.Identify(person, id.Id.BirthDate.Year, Person.CohortOf(id.Id.BirthDate));
        return null;

        // Nothing of the case is written: what was changed in it is forgotten with the refusal.
        DropoutRefusal Undo(DropoutRefusal refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }
    }

    // What stands in the history: the lines as they were.
    private static string TextOf(DoubleLine before, DropoutCase after) => before == after.Line ? "" : $"{before.Township} {before.Village} {before.Government} / {before.Teacher}";
}
