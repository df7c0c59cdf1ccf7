using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Policies;

public class WorkedCaseTests
{
    private static readonly Semester Autumn2026 = Semester.Autumn(2026);

    private static IReadOnlyList<WorkedCase> Shipped { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "policies", "cases"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(f => WorkedCaseFile.Read(File.ReadAllText(f)))];

    [Fact]
    public void Every_shipped_case_comes_out_as_stated_at_every_moment_of_its_time()
    {
        var results = WorkedCases.Run(Shipped, ShippedCatalogue.Values, Semester.Always);
        results.Should().HaveCount(Shipped.Count).And.OnlyContain(r => r.Passes);
        Shipped.Select(c => c.Programme).Distinct().Should().BeEquivalentTo(Programme.All, "each programme has its cases");
        Shipped.Select(c => c.Key).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_changed_value_fails_the_cases_that_it_concerns_and_no_other()
    {
        var changed = ShippedCatalogue.Value("preschool.annual-amount", "2026-autumn", "1000", Unit.YuanPerYear);
        var failing = WorkedCases.Run(Shipped, [.. ShippedCatalogue.Values, changed], Autumn2026).Where(r => !r.Passes).ToList();
        failing.Select(r => r.Case.Key).Should().BeEquivalentTo("preschool-public", "preschool-inclusive");
        failing.Should().OnlyContain(r => r.Found == Money.FromYuan(500) && r.In == Autumn2026);
        var replaced = WorkedCases.Replace(Shipped, [.. failing.Select(r => new CaseReplacement(r.Case.Key, Money.FromYuan(500)))], Autumn2026, c => c.Key + "-2026");
        WorkedCases.Run(replaced, [.. ShippedCatalogue.Values, changed], Semester.Always).Should().OnlyContain(r => r.Passes, "the old time keeps its amounts");
    }

    [Fact]
    public void A_value_for_autumn_only_is_tried_in_autumn()
    {
        var changed = ShippedCatalogue.Value("university-travel.inside", "2027-spring", "600", Unit.Yuan);
        WorkedCases.Run(Shipped, [.. ShippedCatalogue.Values, changed], Semester.Spring(2027)).Single(r => !r.Passes).In.Should().Be(Semester.Autumn(2027));
    }

    [Fact]
    public void A_case_that_asks_a_question_does_not_pass()
    {
        var blank = Shipped.Single(c => c.Key == "vocational-rural");
        var unstated = blank with { Facts = blank.Facts with { FullTime = null }, Expected = Money.Zero };
        unstated.Run(Autumn2026, ShippedCatalogue.Values).Should().Match<CaseResult>(r => r.Found == null && !r.Passes);
    }

    [Theory]
    [InlineData("{\"programme\":\"nothing\",\"cases\":[]}")]
    [InlineData("{\"programme\":\"preschool\",\"cases\":[{\"case\":\"x\",\"from\":\"someday\",\"due\":\"1\"}]}")]
    [InlineData("{\"programme\":\"preschool\",\"cases\":[{\"case\":\"x\",\"from\":\"2020-spring\",\"due\":\"much\"}]}")]
    [InlineData("{\"programme\":\"preschool\",\"cases\":[{\"case\":\"x\",\"from\":\"2020-spring\",\"due\":\"1\",\"stage\":\"Moon\"}]}")]
    public void A_file_that_is_none_is_refused(string json)
    {
        var read = () => WorkedCaseFile.Read(json);
        read.Should().Throw<FormatException>();
    }
}
