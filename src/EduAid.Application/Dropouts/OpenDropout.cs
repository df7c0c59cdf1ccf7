using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Dropouts;

/// <summary>A child as it was told: of the missed list by its key, else by citizen ID or, where that is unknown, by name and year of birth.</summary>
/// <param name="Person">Key of somebody who is registered (<see cref="Coverage.MissedChildren.RegistrationAsync"/>), or null.</param>
/// <param name="On">The day on which the child was found to be out of school.</param>
public sealed record SentDropout(PersonId? Person, string? Name, string? CitizenId, int? BirthYear, DoubleLine Line, DateOnly On, string? Text);

/// <param name="Case">Its key where it was opened.</param>
/// <param name="Step">Key of the first step, for papers.</param>
public sealed record DropoutOutcome(DropoutRefusal? Refusal, Guid? Case = null, Guid? Step = null, string? Number = null);

/// <summary>立案: opens a case of a child who is out of school. A child has one open case at most.</summary>
public sealed class OpenDropout(EduAidDbContext db, PersonDirectory people, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public const int LongestName = 60;

    // Whom a county may still have to look for: domain.md section 2 takes 18 as the end of school age.
    private const int OldestBirth = 20;

    public Task<DropoutOutcome> RunAsync(Actor actor, SentDropout sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !DropoutRights.MayWork(role)) return new DropoutOutcome(DropoutRefusal.NotYourRole);
            if (await ProblemAsync(db, sent.Line, stop) is { } problem) return new DropoutOutcome(problem);
            var text = sent.Text?.Trim() ?? "";
            if (text.Length is 0 or > DropoutStep.LongestText) return new DropoutOutcome(DropoutRefusal.TextMissing);
            if (sent.On > day.Today) return new DropoutOutcome(DropoutRefusal.DayOutside);
            var (child, refusal) = await ChildAsync(sent, stop);
            if (child is null) return new DropoutOutcome(refusal);
            if (await IsOpenAsync(child, sent.Line.Township, stop)) return new DropoutOutcome(DropoutRefusal.AlreadyOpen);
            return await WriteAsync(actor, child, sent, text, stop);
        },
        stop);

    /// <summary>What is wrong with those who are to answer for a child; the school has to be one that the scope covers.</summary>
    /// <param name="stays">A school that may stay as it is: a child of the own township may go to another township's.</param>
    internal static async Task<DropoutRefusal?> ProblemAsync(EduAidDbContext db, DoubleLine line, CancellationToken stop, SchoolId? stays = null)
    {
        if (line.Government.Trim().Length is 0 or > LongestName || line.Village.Trim().Length > LongestName) return DropoutRefusal.GovernmentMissing;
        if (line.Teacher.Trim().Length is 0 or > LongestName) return DropoutRefusal.TeacherMissing;
        if (line.School != stays && (db.Scope?.Covers(line.School) != true || !await db.Schools.AnyAsync(s => s.Id == line.School, stop))) return DropoutRefusal.SchoolMissing;
        return SchoolVersion.OutsideTownships.Contains(line.Township) || !await db.SchoolVersions.AnyAsync(v => !v.Undone && v.Township == line.Township, stop)
            ? DropoutRefusal.TownshipMissing : null;
    }

    internal static DoubleLine Tidy(DoubleLine line) =>
        line with { Township = line.Township.Trim(), Village = line.Village.Trim(), Government = line.Government.Trim(), Teacher = line.Teacher.Trim() };

    private async Task<(Child? Child, DropoutRefusal Refusal)> ChildAsync(SentDropout sent, CancellationToken stop)
    {
        if (sent.Person is { } person)
        {
            // Whoever is registered need not be on any school's list: the caller has looked the registration up within its own scope.
            var known = await db.People.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).SingleOrDefaultAsync(p => p.Id == person, stop);
            return known is null ? (null, DropoutRefusal.NotFound) : (new(person, known.Name, known.BirthYear, known.Cohort), default);
        }
        if (PersonName.Parse(sent.Name) is not { } name) return (null, DropoutRefusal.NameMissing);
        if (string.IsNullOrWhiteSpace(sent.CitizenId))
            return sent.BirthYear is { } year && year <= day.Today.Year && year >= day.Today.Year - OldestBirth
                ? (new(null, name.Written, year, null), default) : (null, DropoutRefusal.BirthMissing);
        var id = CitizenId.Parse(Text.Fold(sent.CitizenId), day.Today);
        if (!id.IsValid) return (null, DropoutRefusal.IdInvalid);
        var found = await people.FindOrAddAsync([(id.Id.Reveal(), name.Written)], stop);
        return (new(found[id.Id.Reveal()], name.Written, id.Id.BirthDate.Year, Person.CohortOf(id.Id.BirthDate)), default);
    }

    // Over the whole county: a child whom the next township looks for already is not looked for twice.
    private Task<bool> IsOpenAsync(Child child, string township, CancellationToken stop)
    {
        var open = db.DropoutCases.IgnoreQueryFilters([EduAidDbContext.TownshipFilter]).Where(c => c.State <= DropoutState.HandedOver);
        return child.Person is { } person ? open.AnyAsync(c => c.Person == person, stop)
            : open.AnyAsync(c => c.Name == child.Name && c.BirthYear == child.BirthYear && c.Township == township, stop);
    }

    private async Task<DropoutOutcome> WriteAsync(Actor actor, Child child, SentDropout sent, string text, CancellationToken stop)
    {
        var (year, now) = (day.Today.Year, time.GetUtcNow());
        var sequence = await db.DropoutCases.IgnoreQueryFilters([EduAidDbContext.TownshipFilter]).Where(c => c.Year == year).Select(c => (int?)c.Sequence).MaxAsync(stop) ?? 0;
        var days = (await SettingBook.LoadAsync(db, sent.On, stop)).Dropout;
        var opened = DropoutCase.Open(
            db.CountyCode, Keys.New(now), year, sequence + 1, child.Person, child.Name, child.BirthYear, child.Cohort, Tidy(sent.Line), sent.On, days);
        var step = new DropoutStep
        {
            County = db.CountyCode,
            Id = Keys.New(now),
            Case = opened.Id,
            Number = 1,
            Kind = DropoutStepKind.Notice,
            On = sent.On,
            Due = opened.Due,
            Text = text,
            By = actor.Name,
            At = now,
        };
        db.DropoutCases.Add(opened);
        db.DropoutSteps.Add(step);
        await db.SaveChangesAsync(stop);
        trail.Record(actor, "dropout.open", $"dropout:{opened.Id}", new { opened.Number, opened.Township, School = opened.School.Value, sent.On, opened.Due, WithId = opened.Person is not null });
        return new(null, opened.Id, step.Id, opened.Number);
    }

    private sealed record Child(PersonId? Person, string Name, int BirthYear, int? Cohort);
}
