using System.Globalization;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>The words of the tables.</summary>
internal static class TradeWords
{
    public static Stage StageOf(string word) => Pick(word, ("学前", Stage.Preschool), ("小学", Stage.Primary), ("初中", Stage.Junior),
        ("普通高中", Stage.SeniorHigh), ("中职", Stage.Vocational));

    public static SchoolKind KindFor(string stage) => Pick(stage, ("学前", SchoolKind.Kindergarten), ("小学", SchoolKind.Primary),
        ("初中", SchoolKind.Junior), ("普通高中", SchoolKind.SeniorHigh), ("中职", SchoolKind.Vocational));

    public static EnrolmentStatus Status(string word) => Pick(word, ("在读", EnrolmentStatus.InSchool), ("休学", EnrolmentStatus.Suspended),
        ("转出", EnrolmentStatus.TransferredOut), ("毕业", EnrolmentStatus.Graduated), ("退学", EnrolmentStatus.Withdrawn));

    public static bool? Boarding(string word) => Pick<bool?>(word, ("寄宿", true), ("走读", false), ("", null));

    public static bool? YesNo(string word) => Pick<bool?>(word, ("是", true), ("否", false), ("", null));

    public static HouseholdType? Household(string word) => Pick<HouseholdType?>(word, ("农村", HouseholdType.Rural),
        ("县镇", HouseholdType.CountyTown), ("城市", HouseholdType.Urban), ("", null));

    public static AccountState Card(string word) => Pick(word, ("有", AccountState.Usable), ("无", AccountState.Missing), ("错", AccountState.Invalid));

    public static Sponsor? Sponsor(string word) => Pick<Sponsor?>(word, ("公办", Domain.Schools.Sponsor.Public),
        ("普惠性民办", Domain.Schools.Sponsor.InclusivePrivate), ("民办", Domain.Schools.Sponsor.Private), ("", null));

    public static Tier Tier(string word) => Pick(word, ("省示范", Domain.Schools.Tier.ProvinceModel), ("市示范", Domain.Schools.Tier.CityModel),
        ("", Domain.Schools.Tier.Unstated));

    public static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Money? Yuan(string text) => text.Length == 0 ? null : Money.Parse(text) ?? throw new ArgumentException(text);

    private static T Pick<T>(string word, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        foreach (var (known, value) in choices)
            if (known == word) return value;
        throw new ArgumentException($"The tables have no word {word}.");
    }
}
