using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Tests.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Policies;

public sealed class PolicyTests
{
    // The plan's amounts, and what became of them, as a person wrote them.
    [Theory]
    [InlineData("preschool.annual-amount", "2020-spring", "800")]
    [InlineData("compulsory-living.boarder.primary", "2020-spring", "1000")]
    [InlineData("compulsory-living.boarder.junior", "2020-spring", "1250")]
    [InlineData("compulsory-living.non-boarder-percent", "2020-spring", "50")]
    [InlineData("senior-high-grant.annual-amount", "2020-spring", "3000")]
    [InlineData("senior-high-tuition.province-model", "2020-spring", "850")]
    [InlineData("senior-high-tuition.city-model", "2020-spring", "700")]
    [InlineData("senior-high-tuition.private", "2020-spring", "350")]
    [InlineData("vocational-grant.annual-amount", "2020-spring", "3000")]
    [InlineData("vocational-grant.grades", "2020-spring", "1,2")]
    [InlineData("vocational-tuition.grades", "2020-spring", "1,2,3")]
    [InlineData("vocational-tuition.household-types", "2020-spring", "农村,县镇")]
    [InlineData("vocational-tuition.fee-minimum", "2020-spring", "600")]
    [InlineData("vocational-tuition.fee-maximum", "2020-spring", "1500")]
    [InlineData("university-travel.outside", "2020-autumn", "1000")]
    [InlineData("university-travel.inside", "2020-autumn", "500")]
    [InlineData("compulsory-living.boarder.primary", "2023-autumn", "1000")]
    [InlineData("compulsory-living.boarder.primary", "2024-spring", "1250")]
    [InlineData("compulsory-living.boarder.junior", "2023-autumn", "1250")]
    [InlineData("compulsory-living.boarder.junior", "2024-spring", "1500")]
    [InlineData("vocational-grant.grades", "2024-autumn", "1,2")]
    [InlineData("vocational-grant.grades", "2025-spring", "1,2,3")]
    public void The_shipped_catalogue_has_the_value_of_the_semester(string parameter, string semester, string value) =>
        ShippedCatalogue.In(semester).Require(parameter).Value.Should().Be(value);

    [Theory]
    [InlineData("preschool", "二(二)1")]
    [InlineData("compulsory-living", "二(二)2")]
    [InlineData("senior-high-grant", "二(二)3")]
    [InlineData("senior-high-tuition", "二(二)4")]
    [InlineData("vocational-grant", "二(二)5")]
    [InlineData("vocational-tuition", "二(二)6")]
    [InlineData("university-travel", "二(二)8")]
    public void Every_value_of_a_programme_cites_its_document_and_clause(string programme, string clause)
    {
        var values = ShippedCatalogue.Values.Where(v => v.Parameter.StartsWith(programme + ".", StringComparison.Ordinal)).ToList();

        values.Should().NotBeEmpty();
        values.Should().OnlyContain(v => v.Clause == clause && v.Document.Length > 0);
        Programme.Find(programme)!.Clause.Should().Be(clause);
    }

    [Fact]
    public void No_amount_is_shipped_for_a_school_without_a_tier() =>
        ShippedCatalogue.In("2030-spring").Find("senior-high-tuition.unstated").Should().BeNull();

    [Theory]
    [InlineData("senior-high-grant", "普通高中", "2024-autumn", false)]
    [InlineData("senior-high-grant", "普通高中", "2025-spring", true)]
    [InlineData("senior-high-grant", "普通高中", "2025-autumn", true)]
    [InlineData("vocational-grant", "中职", "2024-autumn", false)]
    [InlineData("vocational-grant", "中职", "2025-spring", true)]
    [InlineData("vocational-grant", "中职", "2025-autumn", true)]
    public void The_grants_stay_in_force_and_are_shown_as_doubtful_from_2025_on(string programme, string stage, string semester, bool doubted)
    {
        var reason = new Pupil(stage).JudgementOf(programme, ShippedCatalogue.In(semester)).Reasons.Single(r => r.Part is not null);

        reason.Part.Should().Be(Money.FromYuan(1500));
        (reason.Doubt is not null).Should().Be(doubted);
        if (doubted) (reason.CheckAgain, reason.Doubt!.Contains("可能已过时", StringComparison.Ordinal)).Should().Be((true, true));
    }

    [Theory]
    [InlineData("2019-04-01", "2020-spring", false)]
    [InlineData("2019-03-31", "2020-spring", true)]
    [InlineData("2020-04-02", "2020-spring", false)]
    [InlineData("2019-10-01", "2020-autumn", false)]
    [InlineData("2019-09-30", "2020-autumn", true)]
    public void A_value_unchecked_for_over_a_year_before_the_reference_date_is_pointed_out(string checkedOn, string semester, bool expected)
    {
        var policy = ShippedCatalogue.With(semester, ShippedCatalogue.Value("preschool.annual-amount", "2019-spring", "800", Unit.YuanPerYear)
            with
        { CheckedOn = TradeWords.Day(checkedOn)!.Value });
        var reason = new Pupil("学前").JudgementOf("preschool", policy).Reasons.Single(r => r.Part is not null);

        (reason.CheckAgain, reason.CheckedOn).Should().Be((expected, TradeWords.Day(checkedOn)));
        reason.Doubt.Should().BeNull("an old check is no doubt of its own");
    }

    [Fact]
    public void Categories_are_dated_for_each_programme()
    {
        var widened = ShippedCatalogue.Value("compulsory-living.categories", "2021-spring", "未脱贫,已脱贫,边缘易致贫户", Unit.Words);
        var pupil = new Pupil("小学") { Registered = "边缘易致贫户" };

        pupil.Gets("compulsory-living", ShippedCatalogue.With("2020-autumn", widened)).Should().Be("不发:类别不计入");
        pupil.Gets("compulsory-living", ShippedCatalogue.With("2021-spring", widened)).Should().Be("250.00");
        new Pupil("学前") { Registered = "边缘易致贫户" }.Gets("preschool", ShippedCatalogue.With("2021-spring", widened)).Should().Be("不发:类别不计入");
    }

    [Fact]
    public void An_old_semester_is_recomputed_as_it_was_after_any_later_change()
    {
        Pupil[] pupils = [.. from stage in new[] { "学前", "小学", "初中", "普通高中", "中职" } from boarding in new[] { "寄宿", "走读" } select new Pupil(stage) { Boarding = boarding, Tier = "省示范" }];
        ParameterValue[] later = [.. ShippedCatalogue.Values.Select(v => v.Unit switch
        {
            Unit.YuanPerYear or Unit.YuanPerSemester or Unit.Yuan => v with { From = ShippedCatalogue.SemesterOf("2020-autumn"), Value = "2" },
            Unit.Words => v with { From = ShippedCatalogue.SemesterOf("2020-autumn"), Value = "别的" },
            Unit.Numbers => v with { From = ShippedCatalogue.SemesterOf("2020-autumn"), Value = "9" },
            _ => v with { From = ShippedCatalogue.SemesterOf("2020-autumn") },
        })];

        string All(Policy policy) => string.Join('\n', pupils.SelectMany(p => Pupil.Judge(policy, p).Results).Select(Print.Of));
        All(ShippedCatalogue.With("2020-spring", later)).Should().Be(All(ShippedCatalogue.In("2020-spring")));
        All(ShippedCatalogue.With("2020-autumn", later)).Should().NotBe(All(ShippedCatalogue.In("2020-autumn")));
    }

    [Fact]
    public void The_order_of_the_catalogue_plays_no_part() =>
        Policy.In(ShippedCatalogue.SemesterOf("2025-autumn"), ShippedCatalogue.Values.Reverse()).All.OrderBy(v => v.Parameter)
            .Should().Equal(ShippedCatalogue.In("2025-autumn").All.OrderBy(v => v.Parameter));

    [Fact]
    public void A_parameter_that_the_installation_lacks_is_named()
    {
        var act = () => ShippedCatalogue.In("2020-spring").Require("no.such");
        act.Should().Throw<InvalidOperationException>().WithMessage("*no.such*2020-spring*");
    }
}
