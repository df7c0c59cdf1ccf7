using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Coverage;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <param name="Person">Somebody on record whom the visitor sees; null where ID and name are given.</param>
/// <param name="Semester">In which the person is looked for among the missed.</param>
/// <param name="Teacher">Key of a teacher's account; null for nobody yet.</param>
public sealed record SentHomeChild(
    PersonId? Person, Semester Semester, string? CitizenId, string? Name, SchoolId? School, DateOnly From, DisabilityKind? Kind, DisabilityLevel? Level, string? Plan, Guid? Teacher);

/// <param name="Child">Its key where it was taken on.</param>
public sealed record TakenOn(HomeTeachingRefusal? Refusal, Guid? Child = null);

/// <summary>Takes a child on the register of home teaching: registered, enrolled or neither.</summary>
public sealed class TakeOnChild(
    EduAidDbContext db, MissedChildren missed, PersonDirectory people, TeachersOfSchools teachers, NameTeacher naming, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<TakenOn> RunAsync(Actor actor, SentHomeChild sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !HomeTeachingRights.MayKeep(role)) return new TakenOn(HomeTeachingRefusal.NotYourRole);
            var plan = sent.Plan?.Trim() ?? "";
            if (await WrongAsync(sent, plan, stop) is { } wrong) return new TakenOn(wrong);
            if (sent.Teacher is { } named && !await teachers.TeachesAtAsync(named, sent.School!.Value, stop)) return new TakenOn(HomeTeachingRefusal.TeacherWrong);
            var (refusal, person, name) = await PersonAsync(sent, stop);
            if (refusal is not null) return new TakenOn(refusal);
            // Another school may have the child: what it has is not told, only that it has.
            var stays = await db.HomeTaughtChildren.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(c => c.Person == person).ToListAsync(stop);
            if (stays.Exists(c => c.Span.Meets(new(sent.From, null)))) return new TakenOn(HomeTeachingRefusal.AlreadyTaught);
            var child = await AddAsync(actor, sent, person, name, plan, stop);
            if (sent.Teacher is { } teacher) await naming.RunAsync(actor, child.Id, teacher, sent.From, stop);
            trail.Record(actor, "home-teaching.take-on", $"home-child:{child.Id}", new { child.Number, School = child.School.Value, child.From, Kind = $"{sent.Kind}", Level = $"{sent.Level}", sent.Teacher });
            return new TakenOn(null, child.Id);
        },
        stop);

    private async Task<HomeTeachingRefusal?> WrongAsync(SentHomeChild sent, string plan, CancellationToken stop)
    {
        if (sent.School is not { } school || !db.Scope!.Covers(school) || !await db.Schools.AnyAsync(s => s.Id == school, stop)) return HomeTeachingRefusal.SchoolMissing;
        if (sent.From > day.Today) return HomeTeachingRefusal.DayAhead;
        if (sent.Kind is not { } kind || !Enum.IsDefined(kind) || sent.Level is not { } level || !Enum.IsDefined(level)) return HomeTeachingRefusal.KindMissing;
        return plan.Length == 0 ? HomeTeachingRefusal.PlanMissing : plan.Length > HomeTaughtChild.LongestText ? HomeTeachingRefusal.TextTooLong : null;
    }

    private async Task<(HomeTeachingRefusal? Refusal, PersonId Person, string Name)> PersonAsync(SentHomeChild sent, CancellationToken stop)
    {
        if (sent.Person is { } known) return await NameOfAsync(db, missed, sent.Semester, known, stop) is { } own ? (null, known, own) : (HomeTeachingRefusal.NotFound, default, "");
        var parsed = CitizenId.Parse(Text.Fold(sent.CitizenId ?? "").ToUpperInvariant(), day.Today);
        if (!parsed.IsValid) return (HomeTeachingRefusal.IdWrong, default, "");
        var id = parsed.Id.Reveal();
        var name = sent.Name?.Trim() ?? "";
        if (name.Length is 0 or > 100) return (HomeTeachingRefusal.NameMissing, default, "");
        var person = (await people.FindOrAddAsync([(id, name)], stop))[id];
        var recorded = await db.People.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(p => p.Id == person).Select(p => p.Folded).SingleAsync(stop);
        return recorded == PersonName.FoldName(name) ? (null, person, name) : (HomeTeachingRefusal.NameDiffers, default, "");
    }

    /// <summary>The name of somebody on record whom the scope reaches: on a list, or registered and looked for; null for others.</summary>
    public static async Task<string?> NameOfAsync(EduAidDbContext db, MissedChildren missed, Semester semester, PersonId person, CancellationToken stop) =>
        await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(stop) ?? (await missed.RegistrationAsync(semester, person, stop))?.Name;

    private async Task<HomeTaughtChild> AddAsync(Actor actor, SentHomeChild sent, PersonId person, string name, string plan, CancellationToken stop)
    {
        var last = await db.HomeTaughtChildren.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).MaxAsync(c => (int?)c.Number, stop) ?? 0;
        var now = time.GetUtcNow();
        var child = new HomeTaughtChild
        {
            County = db.CountyCode,
            Id = Keys.New(now),
            Number = last + 1,
            School = sent.School!.Value,
            Person = person,
            Name = name,
            From = sent.From,
            By = actor.Name,
            At = now,
        };
        child.Facts.Add(new HomeTeachingFact
        {
            County = child.County,
            Child = child.Id,
            Number = 1,
            School = child.School,
            From = sent.From,
            Kind = sent.Kind!.Value,
            Level = sent.Level!.Value,
            Plan = plan,
            By = actor.Name,
            At = now,
        });
        db.HomeTaughtChildren.Add(child);
        await db.SaveChangesAsync(stop);
        return child;
    }
}
