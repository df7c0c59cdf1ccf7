using EduAid.Domain.Policies;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Policies;

public sealed class PolicyCatalogueTests
{
    private const string Sound = """
        {"programme":"p","document":"文件","clause":"二(二)1","parameters":[{"parameter":"p.amount","unit":"yuan/year",
        "values":[{"from":"always","value":"800","checkedOn":"2020-03-28"},
        {"from":"2024-spring","value":"900","checkedOn":"2024-03-01","document":"新文件","clause":"三","doubtedFrom":"2025-spring","doubt":"?"}]}]}
        """;

    [Fact]
    public void A_value_inherits_document_and_clause_from_its_file_unless_it_has_its_own() =>
        PolicyCatalogue.Read(Sound).Should().Equal(
            new ParameterValue("p.amount", Semester.Always, "800", Unit.YuanPerYear, "文件", "二(二)1", new DateOnly(2020, 3, 28)),
            new ParameterValue("p.amount", Semester.Spring(2024), "900", Unit.YuanPerYear, "新文件", "三", new DateOnly(2024, 3, 1), Semester.Spring(2025), "?"));

    [Theory]
    [InlineData("yuan/year", "yuan/month")]
    [InlineData("2024-spring", "2024-summer")]
    [InlineData("2025-spring", "soon")]
    [InlineData("\"800\"", "\"800.01\"")]
    [InlineData("\"800\"", "\"free\"")]
    [InlineData("\"800\"", "null")]
    [InlineData("2020-03-28", "28.3.2020")]
    [InlineData("\"parameters\"", "\"parametres\"")]
    [InlineData("\"document\":\"文件\",", "")]
    [InlineData("}]}]}", "}]}")]
    public void A_faulty_file_is_refused(string part, string replacement)
    {
        Sound.Should().Contain(part);
        var act = () => PolicyCatalogue.Read(Sound.Replace(part, replacement, StringComparison.Ordinal));
        act.Should().Throw<FormatException>();
    }
}
