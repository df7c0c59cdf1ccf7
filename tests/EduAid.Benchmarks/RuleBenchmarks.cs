using BenchmarkDotNet.Attributes;
using EduAid.Application.Setup;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Registrations;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Benchmarks;

/// <summary>What one person costs the rules, and one ID the check.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private static readonly SchoolFacts School = new("3415230001", "第一小学", SchoolKind.Primary, Sponsor.Public, Tier.Unstated, null, true, false);

    private readonly Policy _policy = Policy.In(Semester.Spring(2020), Seeds.Policies());

    private readonly string _number = "341523201101058853";

    private readonly PersonInSemester _person = new(
        [
            new(School.Code, "学生", Stage.Primary, 3, "1班", false, EnrolmentStatus.InSchool, null, null, null, null, null, AccountState.Usable, ""),
        ],
        [], new RegistrationFacts("学生", "未脱贫", "34152300000417", null, ""));

    [Benchmark]
    public SemesterJudgement Judge() => SemesterJudgement.Of(_person, _policy, _ => School, _ => null);

    [Benchmark]
    public ParsedId ParseId() => CitizenId.Parse(_number, new DateOnly(2020, 4, 1));
}
