using CsCheck;
using EduAid.Domain.Findings;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Tests.Policies;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>What must hold of every person in every semester, whatever stands on the lists.</summary>
public sealed class ProgrammeProperties
{
    private const int People = 4_000;

    // The plan's highest amount of each programme in a semester, in yuan; the living allowance was raised in 2024-spring.
    private static readonly Dictionary<string, (decimal Plan, decimal Later)> Highest = new(StringComparer.Ordinal)
    {
        ["preschool"] = (400m, 400m),
        ["compulsory-living"] = (625m, 750m),
        ["senior-high-grant"] = (1500m, 1500m),
        ["senior-high-tuition"] = (850m, 850m),
        ["vocational-grant"] = (1500m, 1500m),
        ["vocational-tuition"] = (1500m, 1500m),
        ["university-travel"] = (1000m, 1000m),
    };

    private static readonly Dictionary<Semester, Policy> Policies =
        Enumerable.Range(Semester.Spring(2019).Number, 24).Select(Semester.FromNumber)
            .ToDictionary(s => s, s => Policy.In(s, ShippedCatalogue.Values));

    [Fact]
    public void No_amount_is_above_the_plans_highest_or_not_above_zero() => Each((person, judged) =>
    {
        foreach (var (programme, _, entitlement) in EntitlementsOf(judged))
        {
            var (plan, later) = Highest[programme.Code];
            var most = person.Semester < Semester.Spring(2024) ? plan : later;
            if (entitlement.Amount.Fen <= 0 || entitlement.Amount.Fen > most * 100) return false;
        }
        return true;
    });

    [Fact]
    public void The_parts_of_an_explanation_add_up_to_the_amount_and_each_cites_document_and_clause() => Each((_, judged) =>
        EntitlementsOf(judged).All(e =>
            e.Entitlement.Reasons.Aggregate(Money.Zero, (sum, r) => sum + (r.Part ?? Money.Zero)) == e.Entitlement.Amount
            && e.Entitlement.Reasons.All(r => r.Clause.Length > 0 && r.Document.Length > 0)
            && e.Entitlement.Payee == e.Programme.Payee));

    [Fact]
    public void Judging_twice_gives_the_same() => Each((person, judged) =>
        Print.Of(judged) == Print.Of(person.Judge(Policies[person.Semester])));

    [Fact]
    public void At_most_one_school_pays_a_child_from_one_programme() => Each((_, judged) =>
        EntitlementsOf(judged).GroupBy(e => e.Programme.Code).All(g => g.Count() == 1));

    [Fact]
    public void The_order_of_the_lists_plays_no_part_in_who_is_paid() => Each((person, judged) =>
    {
        static IEnumerable<string> Paid(SemesterJudgement j) => EntitlementsOf(j).Select(e => $"{e.Programme.Code} {e.School} {e.Entitlement.Amount}").Order();
        var turned = person with { Person = person.Person with { Rows = [.. person.Person.Rows.Reverse()] } };
        return Paid(judged).SequenceEqual(Paid(turned.Judge(Policies[person.Semester])));
    });

    [Fact]
    public void Nothing_but_the_vocational_waiver_is_paid_to_a_person_on_no_registered_list() => Each((person, judged) =>
        person.Person.Registration is not null || EntitlementsOf(judged).All(e => e.Programme.Code == "vocational-tuition"));

    [Fact]
    public void A_held_amount_has_findings_that_hold_and_an_entitlement_only_flags() => Each((_, judged) => judged.Results.All(r => r.Judgement switch
    {
        Held held => held.Findings.Count > 0 && held.Findings.All(FindingCodes.Holds),
        Entitlement entitlement => !entitlement.Flags.Any(FindingCodes.Holds),
        Nothing nothing => nothing.Notice is null || !FindingCodes.Holds(nothing.Notice),
        _ => false,
    }));

    [Fact]
    public void A_no_names_its_reason_last() => Each((_, judged) =>
        judged.Results.Select(r => r.Judgement).OfType<Nothing>().All(n => n.Reasons[^1].Fact == n.Why));

    [Fact]
    public void Every_held_amount_stands_in_the_review_list_and_every_finding_names_its_programmes() => Each((_, judged) =>
        judged.Results.Where(r => r.Judgement is Held).All(r => ((Held)r.Judgement).Findings.All(code =>
            judged.Findings.Any(f => f.Code == code && f.Schools.Contains(r.SchoolCode) && f.Programmes.Contains(r.Programme.Code))))
        && judged.Findings.All(f => f.Schools.Count > 0 && f.Programmes.Count > 0));

    [Fact]
    public void One_code_is_raised_once_a_child_and_list() => Each((_, judged) =>
        judged.Findings.GroupBy(f => (f.Code, Travel: f.Programmes.Contains("university-travel"))).All(g => g.Count() == 1));

    [Fact]
    public void What_a_generation_leaves_out_grants_holds_and_raises_nothing() => Each((person, judged) =>
    {
        var granted = person.Judge(Policies[person.Semester], grantsOnly: true);
        return Says(granted).SequenceEqual(Says(judged));
    });

    // A generator that never reaches an amount would prove nothing of the above.
    [Fact]
    public void The_random_people_reach_every_programme_and_every_kind_of_answer()
    {
        var paid = new HashSet<string>(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        RandomPerson.Any.Sample(person =>
        {
            var judged = person.Judge(Policies[person.Semester]);
            lock (paid)
            {
                paid.UnionWith(EntitlementsOf(judged).Select(e => e.Programme.Code));
                codes.UnionWith(judged.Findings.Select(f => f.Code));
            }
        }, iter: 5 * People);

        paid.Should().BeEquivalentTo(Highest.Keys);
        codes.Should().BeEquivalentTo(
        [
            "enrolment.conflict", "name.mismatch", "parameter.missing", "parameter.out-of-range", "full-time.unknown", "household.unknown",
            "province.unknown", "already.paid", "boarding.unknown", "card.missing", "card.invalid", "account.missing", "parameter.capped",
            "transfer.undated", "kindergarten.outside-programme",
        ]);
    }

    private static IEnumerable<string> Says(SemesterJudgement judged) =>
        judged.Results.Where(r => r.Judgement is not Nothing { Notice: null }).Select(r => $"{r.Programme.Code} {r.SchoolCode} {r.Judgement switch
        {
            Entitlement e => $"{e.Amount} {string.Join(',', e.Flags)}",
            Held h => string.Join(',', h.Findings),
            _ => ((Nothing)r.Judgement).Notice,
        }} {string.Join('|', r.Judgement.Reasons)}")
            .Concat(judged.Findings.Select(f => $"{f.Code} {string.Join(',', f.Schools)} {string.Join(',', f.Programmes)} {f.Detail}"));

    private static void Each(Func<RandomPerson, SemesterJudgement, bool> holds) =>
        RandomPerson.Any.Sample(person => holds(person, person.Judge(Policies[person.Semester])), iter: People);

    private static IEnumerable<(Programme Programme, string School, Entitlement Entitlement)> EntitlementsOf(SemesterJudgement judged) =>
        judged.Results.Where(r => r.Judgement is Entitlement).Select(r => (r.Programme, r.SchoolCode, (Entitlement)r.Judgement));
}
