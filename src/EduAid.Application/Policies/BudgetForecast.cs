using EduAid.Application.Enrolments;
using EduAid.Application.Jobs;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Registrations;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Policies;

/// <summary>What a programme will need in a semester.</summary>
/// <param name="People">Entitled, those who are expected to enter among them.</param>
/// <param name="FenCarried">For pupils of the last lists, carried forward.</param>
/// <param name="FenEntering">For those expected to enter: as many as stand in the first grade now.</param>
public sealed record ForecastCell(Semester Semester, string Programme, int People, long FenCarried, long FenEntering)
{
    public long Fen => FenCarried + FenEntering;
}

/// <param name="Base">The semester whose lists it starts from; its own cells are what the rules grant now.</param>
public sealed record Forecast(Semester Base, IReadOnlyList<Semester> Semesters, IReadOnlyList<ForecastCell> Cells)
{
    public ForecastCell? Of(Semester semester, string programme) => Cells.FirstOrDefault(c => c.Semester == semester && c.Programme == programme);

    public long Total(Semester semester) => Cells.Where(c => c.Semester == semester).Sum(c => c.Fen);
}

/// <summary>
/// Forecasts the next semesters from the last lists: pupils are carried forward as lists are (<see cref="CarryForward"/>), registrations stay as they
/// are, values are those published for each semester. Each autumn the first grade fills again as it is now. Admissions to university are no
/// enrolments that can be carried, so their travel money is left out.
/// </summary>
public sealed class BudgetForecast(EduAidDbContext db)
{
    public const int SemestersAhead = 4;

    private readonly record struct Member(EnrolmentFacts Row, RegistrationFacts? Registration, bool Entering);

    /// <returns>Null before there are any lists.</returns>
    public async Task<Forecast?> RunAsync(CancellationToken stop, IProgress<JobStep>? progress = null)
    {
        progress?.Report(new(JobPhase.Reading, 0, 0));
        if (await PolicyEffects.Recent(db.SchoolLists.Where(l => l.Kind == SchoolListKind.Enrolments)).Take(1).ToListAsync(stop) is not [var semester]) return null;
        var facts = await SemesterFacts.LoadAsync(db, semester, stop);
        var values = await PolicyBook.ValuesAsync(db, stop);
        // Who stands on two lists waits for a decision; a forecast does not guess it.
        var cohort = (await facts.CandidatesAsync(stop)).Where(p => p.Enrolments.Count == 1)
            .Select(p => new Member(p.Enrolments[0].Facts(facts.Schools[p.Enrolments[0].School].Code), p.Registration, false)).ToList();
        var cells = new List<ForecastCell>();
        var (done, of) = (0L, (long)cohort.Count * (SemestersAhead + 1));
        var semesters = Enumerable.Range(semester.Number, SemestersAhead + 1).Select(Semester.FromNumber).ToList();
        foreach (var ahead in semesters)
        {
            stop.ThrowIfCancellationRequested();
            if (ahead != semester) cohort = [.. cohort.SelectMany(m => Next(m, ahead, facts))];
            progress?.Report(new(JobPhase.Judging, done, Math.Max(of, done + cohort.Count)));
            cells.AddRange(Count(cohort, ahead, facts, Policy.In(ahead, values)));
            done += cohort.Count;
        }
        return new(semester, semesters, cells);
    }

    private static IEnumerable<Member> Next(Member member, Semester ahead, SemesterFacts facts)
    {
        var row = member.Row;
        var school = facts.Schools[row.SchoolCode].Facts;
        IReadOnlyList<Stage> taught = [.. Enum.GetValues<Stage>().Where(school.Teaches)];
        var carried = CarryForward.Into(ahead, row.Stage, row.Grade, row.Status, taught);
        var later = row with { TransferredIn = null, TransferredOut = null, Stage = carried.Stage, Grade = carried.Grade };
        if (carried.Not is null) yield return member with { Row = later };
        // A first grade that fills from the grade below in the same school needs no newcomers.
        if (ahead.IsAutumn && row.Grade == 1 && row.Status == EnrolmentStatus.InSchool && !(row.Stage == Stage.Junior && taught.Contains(Stage.Primary)))
            yield return member with { Row = row with { TransferredIn = null, TransferredOut = null }, Entering = true };
    }

    private static IEnumerable<ForecastCell> Count(List<Member> cohort, Semester semester, SemesterFacts facts, Policy policy)
    {
        var granted = cohort.AsParallel().SelectMany(m => facts.JudgeAs(m.Row, m.Registration, policy).Results
            .Where(r => r.Judgement is Entitlement).Select(r => (r.Programme.Code, ((Entitlement)r.Judgement).Amount.Fen, m.Entering))).ToLookup(g => g.Code);
        foreach (var programme in Programme.Of(semester).Where(p => !p.JudgesAdmissions))
        {
            var own = granted[programme.Code].ToList();
            yield return new(semester, programme.Code, own.Count, own.Where(g => !g.Entering).Sum(g => g.Fen), own.Where(g => g.Entering).Sum(g => g.Fen));
        }
    }
}
