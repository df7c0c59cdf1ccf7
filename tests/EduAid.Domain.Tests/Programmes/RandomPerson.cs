using CsCheck;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Registrations;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>Any person that lists, registers and catalogues could describe, sound or not.</summary>
internal sealed record RandomPerson(PersonInSemester Person, IReadOnlyList<SchoolFacts> Schools, SpecialtyFee? Fee, Semester Semester)
{
    private static readonly Gen<bool?> Blank = OneOf<bool?>(true, true, false, null);

    private static readonly Gen<AccountState> Card = OneOf(AccountState.Usable, AccountState.Usable, AccountState.Missing, AccountState.Invalid);

    private static readonly Gen<string> Name = OneOf("王小明", "王小明", "王小明", "王 小明", "李强", "");

    // Days around the two reference dates.
    private static readonly Gen<DateOnly?> Day =
        Gen.Select(Gen.Int[0, 3], Gen.Int[2019, 2026], OneOf(4, 10), Gen.Int[-40, 40])
            .Select((stated, year, month, days) => stated == 0 ? new DateOnly(year, month, 1).AddDays(days) : (DateOnly?)null);

    private static readonly Gen<Money?> Amount =
        Gen.OneOf(Gen.Const((Money?)null), OneOf<long>(0, 59999, 60000, 60001, 35000, 150000, 150001).Select(f => (Money?)Money.FromFen(f)),
            Gen.Long[-100, 1_000_000].Select(f => (Money?)Money.FromFen(f)));

    private static readonly Gen<SchoolFacts> School =
        Gen.Select(Gen.Enum<SchoolKind>(), OneOf<Sponsor?>(Sponsor.Public, Sponsor.InclusivePrivate, Sponsor.Private, null), Gen.Enum<Tier>(),
            Amount, Gen.Bool, Gen.Int[0, 9])
            .Select((kind, sponsor, tier, tuition, account, outside) =>
                new SchoolFacts("", "某校", kind, sponsor, tier, tuition, account, outside == 0));

    private static readonly Gen<EnrolmentFacts> Row =
        Gen.Select(
            Gen.Select(Name, Gen.Enum<Stage>(), Gen.Int[-1, 12], Blank),
            Gen.Select(Gen.OneOf(Gen.Const(EnrolmentStatus.InSchool), Gen.Enum<EnrolmentStatus>()), Day, Day),
            Gen.Select(OneOf("会计", "", null), Blank,
                OneOf<HouseholdType?>(HouseholdType.Rural, HouseholdType.CountyTown, HouseholdType.Urban, null), Card))
            .Select((who, where, study) => new EnrolmentFacts(
                "", who.Item1, who.Item2, who.Item3, null, who.Item4, where.Item1, where.Item2, where.Item3,
                study.Item1, study.Item2, study.Item3, study.Item4, "名单"));

    private static readonly Gen<AdmissionFacts> Admission =
        Gen.Select(Name, OneOf("安徽省", "安徽", "江苏省", "合肥市", "", null), Card)
            .Select((name, province, card) => new AdmissionFacts(name, "某大学", province, card, "录取名单"));

    private static readonly Gen<RegistrationFacts?> Registration =
        Gen.Select(Name, OneOf("未脱贫", "已脱贫", "建档立卡", "未脱贫", "孤儿", ""))
            .Select((name, category) => category.Length == 0 ? null : new RegistrationFacts(name, category, "1", null, "建档立卡名单"));

    private static readonly Gen<Semester> Semesters = Gen.Int[Semester.Spring(2019).Number, Semester.Autumn(2030).Number].Select(Semester.FromNumber);

    private static readonly Gen<Semester?> Before =
        Gen.Select(Gen.Int[0, 2], Semesters).Select((granted, semester) => granted == 0 ? semester : (Semester?)null);

    public static readonly Gen<RandomPerson> Any =
        Gen.Select(
            Gen.Select(Row, School).Array[0, 4], Gen.Select(Admission, Gen.Int[0, 3]).Array[0, 2], School.Array[4], Registration,
            Gen.Select(Gen.Bool, Amount), Before, Semesters)
            .Select((rows, admissions, spare, registration, fee, before, semester) =>
            {
                SchoolFacts[] schools = [.. rows.Select(r => r.Item2).Concat(spare).Take(4).Select((s, i) => s with { Code = $"{i}", Name = $"第{i}校" })];
                return new RandomPerson(
                    new PersonInSemester(
                        [.. rows.Select((r, i) => r.Item1 with { SchoolCode = $"{i}" })],
                        [.. admissions.Select(a => ($"{a.Item2}", a.Item1))], registration, before),
                    schools, fee.Item1 ? new SpecialtyFee("会计", fee.Item2, "专业目录") : null, semester);
            });

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    public SemesterJudgement Judge(Domain.Policies.Policy policy, bool grantsOnly = false) =>
        SemesterJudgement.Of(Person, policy, code => Schools.Single(s => s.Code == code), _ => Fee, grantsOnly);
}
