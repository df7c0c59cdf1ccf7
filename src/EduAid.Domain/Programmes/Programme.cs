using EduAid.Domain.Policies;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Programmes;

/// <summary>One subsidy of the plan.</summary>
public abstract class Programme
{
    /// <summary>Stable code, part of the public contract.</summary>
    public abstract string Code { get; }

    public abstract string ChineseName { get; }

    /// <summary>The clause of the plan, such as 二(二)1.</summary>
    public abstract string Clause { get; }

    public abstract Payee Payee { get; }

    /// <summary>The stages whose pupils it is for; a school that teaches none of them has no roster of it.</summary>
    public abstract IReadOnlyList<Stage> Stages { get; }

    /// <summary>Whether it is granted in semesters of this half of the year.</summary>
    public virtual bool IsOf(Semester semester) => true;

    /// <summary>Whether its list is the admissions list rather than the schools' enrolments.</summary>
    public virtual bool JudgesAdmissions => false;

    public abstract Judgement Judge(PupilCase pupil, Policy policy);

    /// <summary>The seven programmes in the plan's order.</summary>
    public static IReadOnlyList<Programme> All { get; } =
    [
        new Preschool(), new CompulsoryLiving(), new SeniorHighGrant(), new SeniorHighTuition(),
        new VocationalGrant(), new VocationalTuition(), new UniversityTravel(),
    ];

    public static Programme? Find(string code) => All.FirstOrDefault(p => p.Code == code);

    public static IReadOnlyList<Programme> Of(Semester semester) => [.. All.Where(p => p.IsOf(semester))];

    protected Assessment Assess(PupilCase pupil, Policy policy) => new(this, pupil, policy);
}
