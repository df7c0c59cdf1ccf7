using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Tests.Policies;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>What the calculator answers is what the programmes grant: one row a question.</summary>
public sealed class AskedPupilTests
{
    private static readonly AskedPupil Pupil = new(Stage.Primary, 1, true, Sponsor.Public, Tier.Unstated, "未脱贫", null, null, null, false);

    public static TheoryData<string, AskedPupil, string> Questions => new()
    {
        { "a registered boarder", Pupil, "compulsory-living 500.00" },
        { "one who does not board", Pupil with { Boarding = false }, "compulsory-living 250.00" },
        { "one who does not say", Pupil with { Boarding = null }, "compulsory-living ?" },
        { "one who is not on the list", Pupil with { Category = null }, "compulsory-living -" },
        { "junior", Pupil with { Stage = Stage.Junior, Boarding = false }, "compulsory-living 312.50" },
        { "a kindergarten", Pupil with { Stage = Stage.Preschool }, "preschool 400.00" },
        { "one that is not inclusive", Pupil with { Stage = Stage.Preschool, Sponsor = Sponsor.Private }, "preschool -" },
        { "a province model school", Pupil with { Stage = Stage.SeniorHigh, Tier = Tier.ProvinceModel }, "senior-high-grant 1,500.00, senior-high-tuition 850.00" },
        { "a private one", Pupil with { Stage = Stage.SeniorHigh, Tier = Tier.ProvinceModel, Sponsor = Sponsor.Private }, "senior-high-grant 1,500.00, senior-high-tuition 350.00" },
        { "one without a tier", Pupil with { Stage = Stage.SeniorHigh }, "senior-high-grant 1,500.00, senior-high-tuition ?" },
        {
            "vocational, registered, rural", Pupil with { Stage = Stage.Vocational, Specialty = Fee(850), FullTime = true, Household = HouseholdType.Rural },
            "vocational-grant 1,500.00, vocational-tuition 850.00"
        },
        {
            "the waiver asks for no poverty", Pupil with { Stage = Stage.Vocational, Category = null, Specialty = Fee(850), FullTime = true, Household = HouseholdType.CountyTown },
            "vocational-grant -, vocational-tuition 850.00"
        },
        { "but for a household", Pupil with { Stage = Stage.Vocational, Category = null, Specialty = Fee(850), FullTime = true, Household = HouseholdType.Urban }, "vocational-grant -, vocational-tuition -" },
        { "a graduate leaving the province", Pupil with { Stage = null, OutsideProvince = true }, "university-travel 1,000.00" },
        { "one who stays", Pupil with { Stage = null }, "university-travel 500.00" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void The_programmes_themselves_answer(string who, AskedPupil asked, string expected) =>
        string.Join(", ", asked.Judge(ShippedCatalogue.In(asked.Stage is null ? "2020-autumn" : "2020-spring")).Select(a => $"{a.Programme.Code} {Text(a.Judgement)}")).Should().Be(expected, who);

    private static string Text(Judgement judgement) => judgement switch { Entitlement due => due.Amount.ToString(), Held => "?", _ => "-" };

    private static SpecialtyFee Fee(long yuan) => new("学前教育", Money.FromFen(yuan * 100), "");
}
