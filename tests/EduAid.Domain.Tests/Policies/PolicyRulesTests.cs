using EduAid.Domain.Policies;

namespace EduAid.Domain.Tests.Policies;

public sealed class PolicyRulesTests
{
    [Theory]
    [InlineData(Unit.YuanPerYear, "800", true)]
    [InlineData(Unit.YuanPerYear, "625.50", true)]
    [InlineData(Unit.YuanPerYear, "0.02", true)]
    [InlineData(Unit.YuanPerYear, "0.01", false)]
    [InlineData(Unit.YuanPerYear, "625.01", false)]
    [InlineData(Unit.YuanPerYear, "0", false)]
    [InlineData(Unit.YuanPerYear, "-800", false)]
    [InlineData(Unit.YuanPerYear, "八百", false)]
    [InlineData(Unit.YuanPerYear, "800.001", false)]
    [InlineData(Unit.YuanPerSemester, "0.01", true)]
    [InlineData(Unit.YuanPerSemester, "0", false)]
    [InlineData(Unit.YuanPerSemester, "312.505", false)]
    [InlineData(Unit.Yuan, "1000", true)]
    [InlineData(Unit.Yuan, "-1", false)]
    [InlineData(Unit.Percent, "1", true)]
    [InlineData(Unit.Percent, "100", true)]
    [InlineData(Unit.Percent, "0", false)]
    [InlineData(Unit.Percent, "101", false)]
    [InlineData(Unit.Percent, "12.5", false)]
    [InlineData(Unit.Numbers, "1,2", true)]
    [InlineData(Unit.Numbers, "1、2", false)]
    [InlineData(Unit.Numbers, "", false)]
    [InlineData(Unit.Words, "未脱贫", true)]
    [InlineData(Unit.Words, " , ", false)]
    [InlineData(Unit.MonthDay, "04-01", true)]
    [InlineData(Unit.MonthDay, "4-1", false)]
    [InlineData(Unit.MonthDay, "02-29", false)]
    [InlineData(Unit.MonthDay, "13-01", false)]
    [InlineData(Unit.YesNo, "yes", true)]
    [InlineData(Unit.YesNo, "是", false)]
    public void A_value_must_be_what_its_unit_says_and_yield_whole_fen(Unit unit, string value, bool accepted) =>
        (PolicyRules.Problem(ShippedCatalogue.Value("x.y", "2020-spring", value, unit)) is null).Should().Be(accepted);

    // 1250.02 a year is 625.01 a semester for boarders, but half of that is no whole fen.
    [Theory]
    [InlineData("1250", "50", true)]
    [InlineData("1250.04", "50", true)]
    [InlineData("1250.02", "50", false)]
    [InlineData("1250", "33", true)]
    [InlineData("1250.20", "33", false)]
    public void A_percentage_of_an_amount_must_yield_whole_fen_too(string amount, string percent, bool accepted)
    {
        ParameterValue[] values =
        [
            ShippedCatalogue.Value("compulsory-living.boarder.junior", "2020-spring", amount, Unit.YuanPerYear),
            ShippedCatalogue.Value("compulsory-living.non-boarder-percent", "2020-spring", percent, Unit.Percent),
            ShippedCatalogue.Value("preschool.annual-amount", "2020-spring", "0.02", Unit.YuanPerYear),
        ];

        values.Should().OnlyContain(v => PolicyRules.Problem(v) == null);
        (PolicyRules.ProblemTogether(values) is null).Should().Be(accepted);
    }

    [Fact]
    public void Values_that_are_never_in_force_together_do_not_meet()
    {
        ParameterValue[] values =
        [
            ShippedCatalogue.Value("a.amount", "2020-spring", "0.02", Unit.YuanPerYear),
            ShippedCatalogue.Value("a.amount", "2021-spring", "4", Unit.YuanPerYear),
            ShippedCatalogue.Value("a.percent", "2021-spring", "50", Unit.Percent),
        ];

        PolicyRules.ProblemTogether(values).Should().BeNull();
        PolicyRules.ProblemTogether([values[0], values[2]]).Should().Contain("a.amount");
    }

    [Fact]
    public void The_shipped_values_agree() => PolicyRules.ProblemTogether(ShippedCatalogue.Values).Should().BeNull();
}
