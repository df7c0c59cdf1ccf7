using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Coverage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Coverage;

/// <summary>Why an outcome was not recorded.</summary>
public enum OutcomeRefusal
{
    NotYourRole = 1,

    /// <summary>Nobody of that key is registered in the semester, or not within the scope.</summary>
    NotFound,
    KindMissing,

    /// <summary>The kind asks for a school or place, or it is too long.</summary>
    PlaceMissing,

    /// <summary>The kind asks for words, or they are too long.</summary>
    TextMissing,

    /// <summary>A day to come.</summary>
    DayOutside,
}

/// <param name="On">The day on which it was found.</param>
public sealed record SentOutcome(Semester Semester, PersonId Person, OutcomeKind? Kind, string? Place, string? Text, DateOnly On);

/// <param name="Id">Its key where it was recorded.</param>
public sealed record RecordedOutcome(OutcomeRefusal? Refusal, Guid? Id = null);

/// <summary>Records what was found of a child: the township school for its township, the aid officer for the county.</summary>
public sealed class RecordOutcome(EduAidDbContext db, MissedChildren missed, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public static bool May(Role role) => role is Role.TownshipSchool or Role.AidOfficer;

    public Task<RecordedOutcome> RunAsync(Actor actor, SentOutcome sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !May(role)) return new RecordedOutcome(OutcomeRefusal.NotYourRole);
            if (await missed.RegistrationAsync(sent.Semester, sent.Person, stop) is not { } registration) return new RecordedOutcome(OutcomeRefusal.NotFound);
            var (place, text) = (sent.Place?.Trim() ?? "", sent.Text?.Trim() ?? "");
            if (sent.Kind is not { } kind || !Enum.IsDefined(kind)) return new RecordedOutcome(OutcomeRefusal.KindMissing);
            if ((kind.NeedsPlace() && place.Length == 0) || place.Length > MissedOutcome.LongestPlace) return new RecordedOutcome(OutcomeRefusal.PlaceMissing);
            if ((kind.NeedsText() && text.Length == 0) || text.Length > MissedOutcome.LongestText) return new RecordedOutcome(OutcomeRefusal.TextMissing);
            if (sent.On > day.Today) return new RecordedOutcome(OutcomeRefusal.DayOutside);
            var last = await db.MissedOutcomes.Where(o => o.Semester == sent.Semester && o.Person == sent.Person).MaxAsync(o => (int?)o.Number, stop) ?? 0;
            var now = time.GetUtcNow();
            var outcome = new MissedOutcome
            {
                County = db.CountyCode,
                Id = Keys.New(now),
                Semester = sent.Semester,
                Person = sent.Person,
                Number = last + 1,
                Kind = kind,
                Place = place.Length == 0 ? null : place,
                Text = text,
                On = sent.On,
                Township = registration.Township,
                By = actor.Name,
                At = now,
            };
            db.MissedOutcomes.Add(outcome);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "missed.outcome", $"person:{sent.Person.Value}", new { Semester = sent.Semester.ToString(), outcome.Number, Kind = kind.ToString(), outcome.Place, outcome.On });
            return new RecordedOutcome(null, outcome.Id);
        },
        stop);
}
