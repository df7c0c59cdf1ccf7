namespace EduAid.Domain.Schools;

/// <summary>学段.</summary>
public enum Stage
{
    Preschool = 1,
    Primary,
    Junior,
    SeniorHigh,
    Vocational,
}

/// <summary>办学类型.</summary>
public enum SchoolKind
{
    Kindergarten = 1,
    Primary,
    TeachingPoint,
    Junior,
    NineYear,
    TwelveYear,
    CompleteSecondary,
    SeniorHigh,
    Vocational,
    Special,
}

/// <summary>举办者.</summary>
public enum Sponsor
{
    Public = 1,
    InclusivePrivate,
    Private,
}

/// <summary>示范等级 of a senior-high school, with the private tier; <see cref="Unstated"/> where none is stated.</summary>
public enum Tier
{
    Unstated = 0,
    ProvinceModel,
    CityModel,
    Private,
}

/// <summary>What the rules read of a school.</summary>
/// <param name="Sponsor">Null where the register does not state it.</param>
/// <param name="StatedTier">示范等级 as registered; the waiver reads <see cref="WaiverTier"/>.</param>
/// <param name="ActualTuition">实际学费 per semester in fen, the cap of a waiver; null where not recorded.</param>
/// <param name="HasAccount">Whether a usable account for waivers is registered.</param>
/// <param name="OutsideCounty">A school of another county at which a child registered here studies.</param>
public sealed record SchoolFacts(
    string Code, string Name, SchoolKind Kind, Sponsor? Sponsor, Tier StatedTier, Values.Money? ActualTuition, bool HasAccount, bool OutsideCounty)
{
    /// <summary>民办, 普惠性 or not, is the private tier whatever else stands there: it cannot overpay.</summary>
    public Tier WaiverTier => Sponsor is Schools.Sponsor.Private or Schools.Sponsor.InclusivePrivate ? Tier.Private : StatedTier;

    public bool Teaches(Stage stage) => Kind.Stages().Contains(stage);
}

public static class SchoolKinds
{
    private static readonly Stage[] All = [Stage.Preschool, Stage.Primary, Stage.Junior, Stage.SeniorHigh, Stage.Vocational];

    /// <summary>What a school of this kind teaches.</summary>
    public static IReadOnlyList<Stage> Stages(this SchoolKind kind) => kind switch
    {
        SchoolKind.Kindergarten => [Stage.Preschool],
        SchoolKind.Primary or SchoolKind.TeachingPoint => [Stage.Primary],
        SchoolKind.Junior => [Stage.Junior],
        SchoolKind.NineYear => [Stage.Primary, Stage.Junior],
        SchoolKind.TwelveYear => [Stage.Primary, Stage.Junior, Stage.SeniorHigh],
        SchoolKind.CompleteSecondary => [Stage.Junior, Stage.SeniorHigh],
        SchoolKind.SeniorHigh => [Stage.SeniorHigh],
        SchoolKind.Vocational => [Stage.Vocational],
        _ => All,
    };
}
