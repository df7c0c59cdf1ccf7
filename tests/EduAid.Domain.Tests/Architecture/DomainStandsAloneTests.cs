using System.Reflection;
using System.Text.RegularExpressions;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Architecture;

/// <summary>The domain knows nothing of storage, web or files, its names are the trade's, and amounts are data.</summary>
public sealed partial class DomainStandsAloneTests
{
    private static readonly Assembly Domain = typeof(Money).Assembly;

    [Fact]
    public void The_domain_references_the_runtime_alone() =>
        Domain.GetReferencedAssemblies().Select(a => a.Name!).Should().OnlyContain(name => IsOfTheRuntime(name));

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Microsoft.AspNetCore.Http")]
    [InlineData("EduAid.Spreadsheets")]
    [InlineData("EduAid.Application")]
    [InlineData("ClosedXML")]
    public void The_guard_of_references_sees_what_it_is_there_for(string reference) => IsOfTheRuntime(reference).Should().BeFalse();

    [Fact]
    public void No_public_type_has_a_name_that_says_nothing() =>
        Domain.GetExportedTypes().Select(t => t.Name.Split('`')[0]).Should().NotContain(name => SaysNothing(name));

    [Theory]
    [InlineData("RosterManager")]
    [InlineData("MoneyHelper")]
    [InlineData("TextUtils")]
    [InlineData("PupilInfo")]
    [InlineData("SchoolData")]
    [InlineData("RosterDto")]
    [InlineData("PolicyImpl")]
    [InlineData("ProgrammeBase")]
    [InlineData("Common")]
    public void The_guard_of_names_sees_what_it_is_there_for(string name) => SaysNothing(name).Should().BeTrue();

    [Fact]
    public void No_amount_stands_in_the_code_of_a_programme()
    {
        var files = Directory.GetFiles(Path.Combine(Root(), "src", "EduAid.Domain", "Programmes"), "*.cs");

        files.Should().HaveCountGreaterThan(10);
        files.SelectMany(f => AmountsIn(File.ReadAllText(f)).Select(a => $"{Path.GetFileName(f)}: {a}")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("return Money.FromYuan(400);", "400")]
    [InlineData("return Money.FromFen(31_250L);", "31_250L")]
    [InlineData("var half = 312.50m;", "312.50m")]
    [InlineData("var fen = 0x186A0;", "0x186A0")]
    [InlineData("// 1000 yuan a year\nreturn value / 2; /* 1250 */", null)]
    [InlineData("Find(\"notice-850\", grade is >= 1 and <= 99)", null)]
    [InlineData("var url = \"http://x\"; var y = 700;", "700")]
    public void The_guard_of_amounts_sees_what_it_is_there_for(string code, string? amount) =>
        AmountsIn(code).Should().Equal(amount is null ? [] : [amount]);

    [Fact]
    public void Every_programme_is_sealed_and_stands_in_the_list_of_all() =>
        Domain.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(EduAid.Domain.Programmes.Programme)))
            .Should().OnlyContain(t => t.IsSealed).And.BeEquivalentTo(EduAid.Domain.Programmes.Programme.All.Select(p => p.GetType()));

    private static bool IsOfTheRuntime(string name) => name is "netstandard" or "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static bool SaysNothing(string name) => HollowName().IsMatch(name);

    // Strings and comments go first, in one pass, so that neither hides the other.
    private static IEnumerable<string> AmountsIn(string code) =>
        NumberLiteral().Matches(StringOrComment().Replace(code, " ")).Select(m => m.Value).Where(IsAmount);

    private static bool IsAmount(string literal)
    {
        if (literal.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return true;
        return decimal.Parse(literal.Replace("_", "", StringComparison.Ordinal).TrimEnd('m', 'M', 'L', 'l', 'd', 'D', 'f', 'F', 'u', 'U'),
            System.Globalization.CultureInfo.InvariantCulture) >= 100;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EduAid.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("EduAid.sln stands in no folder above the tests.");
    }

    [GeneratedRegex("(Manager|Helpers?|Util(s|ities)?|Info|Data|Dto|Impl|Base|Common)$")]
    private static partial Regex HollowName();

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$?"([^"\\\n]|\\.)*"|'([^'\\]|\\.)+'""", RegexOptions.Singleline)]
    private static partial Regex StringOrComment();

    [GeneratedRegex(@"(?<![\w.])(0[xX][0-9a-fA-F_]+|\d[\d_]*(\.\d+)?[mMlLdDfFuU]*)")]
    private static partial Regex NumberLiteral();
}
