using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Policies;
using EduAid.Domain.Registrations;
using EduAid.Domain.Review;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Programmes;

/// <summary>All that is known of one person in one semester, over all schools.</summary>
/// <param name="Rows">The person's rows on current lists.</param>
/// <param name="Decisions">What people have decided about the person; null for nothing.</param>
public sealed record PersonInSemester(
    IReadOnlyList<EnrolmentFacts> Rows,
    IReadOnlyList<(string SchoolCode, AdmissionFacts Admission)> Admissions,
    RegistrationFacts? Registration,
    Semester? TravelGrantedIn = null,
    PersonDecisions? Decisions = null);

/// <param name="SchoolCode">The school on whose roster it belongs.</param>
public sealed record ProgrammeResult(Programme Programme, string SchoolCode, Judgement Judgement);

/// <summary>A question that concerns one person, with the programmes and schools that it touches.</summary>
public sealed record PersonFinding(string Code, IReadOnlyList<string> Schools, IReadOnlyList<string> Programmes, string Detail)
{
    public bool Holds => FindingCodes.Holds(Code);
}

/// <summary>What one person gets in one semester from every programme, and what a person must decide first.</summary>
public sealed record SemesterJudgement(IReadOnlyList<ProgrammeResult> Results, IReadOnlyList<PersonFinding> Findings)
{
    /// <summary>Judges a person by all programmes of the semester. One child, one semester, one stage: a conflict pays nothing and stands for all its other findings.</summary>
    /// <param name="grantsOnly">
    /// Leave out the programmes that are for other stages than the row's: all that they say is that, which an explanation shows
    /// and a roster does not.
    /// </param>
    public static SemesterJudgement Of(
        PersonInSemester person, Policy policy, Func<string, SchoolFacts> school, Func<string, SpecialtyFee?> specialty, bool grantsOnly = false)
    {
        var results = new List<ProgrammeResult>();
        var findings = new List<PersonFinding>();
        JudgeEnrolments(person, policy, school, specialty, grantsOnly, results, findings);
        JudgeAdmissions(person, policy, school, results, findings);
        return Decided(new(results, findings), person.Decisions);
    }

    private static void JudgeEnrolments(
        PersonInSemester person, Policy policy, Func<string, SchoolFacts> school, Func<string, SpecialtyFee?> specialty, bool grantsOnly,
        List<ProgrammeResult> results, List<PersonFinding> findings)
    {
        if (person.Rows.Count == 0) return;
        var residence = Residence.On(policy.ReferenceDate, person.Rows);
        // A decision chooses among the schools that hold the child; where the lists have changed since, there is nothing to choose any more.
        var named = residence.Holding.Where(r => r.SchoolCode == person.Decisions?.HeldBy).ToList();
        var chosen = named.Count > 0 && named.Count < residence.Holding.Count;
        if (chosen) residence = new(named, false);
        IReadOnlyList<EnrolmentFacts> judged = residence.Holding.Count > 0 ? residence.Holding : [person.Rows[0]];
        var perSchool = judged.Select(row => Judge(row, residence.Holding.Count > 0)).ToList();
        var schools = judged.Select(r => r.SchoolCode).Distinct().ToList();

        if (schools.Count > 1 && perSchool.Any(s => s.Any(r => r.Judgement is not Nothing)))
        {
            var touched = perSchool.SelectMany(s => s).Where(r => r.Judgement is not Nothing).Select(r => r.Programme.Code).Distinct().ToList();
            findings.Add(new(FindingCodes.EnrolmentConflict, schools, touched, ""));
            foreach (var result in perSchool.SelectMany(s => s))
            {
                var reason = new Reason("two-schools", string.Join("、", schools.Select(c => school(c).Name)), result.Programme.Clause,
                    policy.Require("plan.document").Value);
                results.Add(result.Judgement is Nothing ? result
                    : result with { Judgement = new Held([FindingCodes.EnrolmentConflict], [.. result.Judgement.Reasons, reason]) });
            }
            return;
        }
        results.AddRange(perSchool[0]);
        // Where no school would pay there is no conflict, but what the county should look at is shown for each.
        Collect(schools.Count > 1 ? [.. perSchool.SelectMany(s => s)] : perSchool[0], findings);

        List<ProgrammeResult> Judge(EnrolmentFacts row, bool holds)
        {
            var complete = person.Decisions?.Complete(row) ?? row;
            var pupil = new PupilCase
            {
                Enrolment = complete,
                Answered = complete != row,
                HeldByDecision = chosen,
                Decisions = person.Decisions ?? PersonDecisions.None,
                HeldOnReferenceDate = holds,
                TransferUndated = holds && residence.TransferUndated,
                School = school(row.SchoolCode),
                Registration = person.Registration,
                Specialty = row.Specialty is { } name ? specialty(name) : null,
            };
            return [.. Programme.Of(policy.Semester).Where(p => !p.JudgesAdmissions && (!grantsOnly || p.Stages.Contains(row.Stage)))
                .Select(p => new ProgrammeResult(p, row.SchoolCode, p.Judge(pupil, policy)))];
        }
    }

    private static void JudgeAdmissions(
        PersonInSemester person, Policy policy, Func<string, SchoolFacts> school, List<ProgrammeResult> results, List<PersonFinding> findings)
    {
        var programmes = Programme.Of(policy.Semester).Where(p => p.JudgesAdmissions).ToList();
        if (person.Admissions.Count == 0 || programmes.Count == 0) return;
        var named = person.Admissions.Where(a => a.SchoolCode == person.Decisions?.HeldBy).ToList();
        var admissions = named.Count > 0 ? named : person.Admissions;
        foreach (var programme in programmes)
        {
            var judged = admissions.Select(a => new ProgrammeResult(programme, a.SchoolCode, programme.Judge(
                new PupilCase
                {
                    School = school(a.SchoolCode),
                    Admission = person.Decisions?.Complete(a.SchoolCode, a.Admission) ?? a.Admission,
                    HeldByDecision = named.Count > 0 && named.Count < person.Admissions.Count,
                    Decisions = person.Decisions ?? PersonDecisions.None,
                    Registration = person.Registration,
                    TravelGrantedIn = person.TravelGrantedIn,
                },
                policy))).ToList();
            var schools = judged.Select(j => j.SchoolCode).Distinct().ToList();
            if (schools.Count > 1 && judged.Any(j => j.Judgement is not Nothing))
            {
                findings.Add(new(FindingCodes.EnrolmentConflict, schools, [programme.Code], ""));
                results.AddRange(judged.Select(j => j.Judgement is Nothing ? j
                    : j with { Judgement = new Held([FindingCodes.EnrolmentConflict], j.Judgement.Reasons) }));
                continue;
            }
            results.Add(judged[0]);
            Collect([judged[0]], findings);
        }
    }

    // What was accepted as it is is raised no more; an amount that only such a finding held is not paid.
    private static SemesterJudgement Decided(SemesterJudgement judged, PersonDecisions? decisions)
    {
        if (decisions is not { Accepted.Count: > 0 }) return judged;
        var accepted = judged.Findings.Where(f => decisions.Accepts(f.Code, f.Detail)).ToList();
        if (accepted.Count == 0) return judged;
        var results = judged.Results.Select(r => r.Judgement is Held held && held.Findings.All(code => accepted.Exists(f => f.Code == code && f.Programmes.Contains(r.Programme.Code)))
            ? r with { Judgement = new Nothing("decided-no-payment", [.. held.Reasons, held.Reasons[^1] with { Fact = "decided-no-payment", Value = "", Part = null }]) } : r);
        return new([.. results], [.. judged.Findings.Except(accepted)]);
    }

    // One finding a code and child; it names every programme that it touches.
    private static void Collect(IReadOnlyList<ProgrammeResult> results, List<PersonFinding> findings)
    {
        var raised = new List<(string Code, ProgrammeResult Result)>();
        foreach (var result in results)
        {
            IReadOnlyList<string> codes = result.Judgement switch
            {
                Held held => held.Findings,
                Entitlement entitlement => entitlement.Flags,
                Nothing { Notice: { } notice } => [notice],
                _ => [],
            };
            raised.AddRange(codes.Select(code => (code, result)));
        }
        foreach (var group in raised.GroupBy(r => r.Code))
        {
            var first = group.First().Result;
            var detail = first.Judgement.Reasons.Count > 0 ? first.Judgement.Reasons[^1].Value : "";
            findings.Add(new(group.Key, [first.SchoolCode], [.. group.Select(r => r.Result.Programme.Code)],
                first.Judgement is Held or Nothing ? detail : ""));
        }
    }
}
