using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using EduAid.Application.Coverage;
using EduAid.Application.Intake;
using EduAid.Domain.Findings;
using EduAid.Domain.Payments;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Tests.Words;

/// <summary>Whatever the product can say has words in each language: what it says is found in the sources, not in a list kept here.</summary>
public sealed partial class CoverageTests
{
    private static readonly string[] FindingCodesInUse =
        [.. typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    // Findings of a review, by the clause in which the codes stand: they hold an amount, flag an entry or ask for a look.
    private static readonly string[] ReviewCodes = [.. FindingCodesInUse.SkipWhile(c => c != FindingCodes.EnrolmentConflict), FindingCodes.BoardingUnknown];

    private static readonly string[] Flags = [.. ReviewCodes.Where(c => !FindingCodes.Holds(c) && c != FindingCodes.KindergartenOutside)];

    private static readonly string[] Parameters = [.. Directory.GetFiles(Resources.Folder("seeds/policies"), "*.json").SelectMany(ParametersOf)];

    private static readonly string[] Facts = FactsInUse();

    public static TheoryData<string> AllLanguages => Resources.AllLanguages;

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Each_finding_code_has_a_message_with_and_without_a_detail(string language)
    {
        var words = Resources.In(language);
        var (general, any) = (words.Finding("no.such-code", ""), Resources.Of("Problems", language));
        foreach (var code in FindingCodesInUse)
        {
            any.Keys.Should().Contain(k => k == $"Problem.{code}" || k == $"Finding.{code}");
            foreach (var detail in (ReadOnlySpan<string>)["", "甲"])
            {
                var message = words.Problem(new Problem("名单", 3, "身份证号", code, Severity.Error, detail));
                message.Should().NotBe(general, code).And.NotContain("{").And.NotContain("“”").And.NotContain("「」").And.NotStartWith("Problem.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Each_review_finding_has_a_title_and_a_message_and_each_flag_a_remark(string language)
    {
        var (words, own) = (Resources.In(language), Resources.Of("Problems", language));
        ReviewCodes.Should().HaveCount(17);
        own.Keys.Should().Contain(ReviewCodes.Select(c => $"Finding.{c}")).And.Contain(ReviewCodes.Select(c => $"Finding.Title.{c}"));
        own.Keys.Should().Contain(Flags.Select(c => $"Flag.{c}"));
        foreach (var code in Flags) words.Flag(code).Should().NotBe(words.Flag("no.such-code"), code);
        foreach (var code in ReviewCodes) words.FindingTitle(code).Should().NotBe(words.FindingTitle("no.such-code"), code);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Each_fact_of_the_rules_has_a_sentence_and_a_label(string language)
    {
        Facts.Should().Contain(["in-school", "fee-out-of-range", "not-stated.full-time.unknown", "two-schools"]).And.HaveCountGreaterThan(35);
        Resources.Of("Reasons", language).Keys.Should().Contain(Facts.Select(f => $"Reason.{f}")).And.Contain(Facts.Select(f => $"Fact.{f}"));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Each_parameter_of_the_catalogue_and_each_programme_has_a_name(string language)
    {
        Parameters.Should().HaveCountGreaterThan(25);
        Resources.Of("Terms", language).Keys.Should().Contain(Parameters.Select(p => $"Parameter.{p}"))
            .And.Contain(Programme.All.Select(p => $"Programme.{p.Code}"));
    }

    [Fact]
    public void A_programme_is_called_as_in_the_plan() =>
        Programme.All.Should().AllSatisfy(p => Resources.In("zh-Hans").Programme(p.Code).Should().Be(p.ChineseName));

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Each_state_unit_kind_and_refusal_has_words(string language)
    {
        var expected = Names<RosterState>("State").Concat(Names<AgeBand>("AgeBand")).Concat(Names<ListKind>("ListKind")).Concat(Names<Unit>("Unit"))
            .Concat(Names<BankOutcome>("BankOutcome")).Concat(BankReasons.All.Select(r => $"BankReason.{r}"))
            .Concat(typeof(ImportRefusal).GetNestedTypes().Select(t => $"Refusal.{t.Name}"))
            .Concat(typeof(UndoRefusal).GetNestedTypes().Select(t => $"Undo.{t.Name}"));
        Resources.Of("Terms", language).Keys.Should().Contain(expected);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Each_audited_action_and_each_break_of_the_chain_has_words(string language)
    {
        var actions = Literals("src", AuditPattern());
        var breaks = Literals("src/EduAid.Application/Audit", BreakPattern());
        actions.Should().Contain("import.undo");
        breaks.Should().Contain("event.altered");
        Resources.Of("Terms", language).Keys.Should().Contain(actions.Select(a => $"Audit.{a}"))
            .And.Contain(["Audit.enrolments.import", "Audit.admissions.import"]).And.Contain(breaks.Select(b => $"Broken.{b}"));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Each_text_that_the_command_line_asks_for_is_there(string language)
    {
        var asked = Literals("src/EduAid.Cli", CliPattern());
        asked.Should().Contain("Cli.NotInitialised");
        Resources.Of("Cli", language).Keys.Should().Contain(asked);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void No_message_shows_a_code(string language)
    {
        // These codes are ordinary English words as well.
        string[] english = ["full-time", "non-boarder"];
        var codes = FindingCodesInUse.Concat(Parameters).Concat(Facts.Where(f => f.Contains('-', StringComparison.Ordinal)).Except(english))
            .Concat(Programme.All.Select(p => p.Code).Where(c => c.Contains('-', StringComparison.Ordinal))).ToList();
        foreach (var (key, text) in new[] { "Problems", "Reasons", "Terms" }.SelectMany(n => Resources.Of(n, language)))
            text.Should().NotContainAny(codes, "{0} is read by people", key);
        var words = Resources.In(language);
        words.Finding("no.such-code", "").Should().NotContain("no.such");
        words.Audit("no.such-action").Should().NotContain("no.such");
        words.ReasonFact("no-such-fact").Should().NotContain("no-such");
    }

    private static IEnumerable<string> ParametersOf(string file)
    {
        using var catalogue = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return [.. catalogue.RootElement.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("parameter").GetString()!)];
    }

    // Every lower-case literal of the rules that is no code of a programme and no answer of a parameter is a fact.
    private static string[] FactsInUse() =>
    [
        .. Literals("src/EduAid.Domain/Programmes", FactPattern()).Except(Programme.All.Select(p => p.Code)).Except(["yes", "no"]),
        $"not-stated.{FindingCodes.FullTimeUnknown}", $"not-stated.{FindingCodes.HouseholdUnknown}",
    ];

    private static IReadOnlyList<string> Literals(string folder, Regex pattern) =>
    [
        .. Directory.GetFiles(Resources.Folder(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .SelectMany(f => pattern.Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Names<T>(string prefix)
        where T : struct, Enum => Enum.GetNames<T>().Select(n => $"{prefix}.{n}");

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex FactPattern();

    [GeneratedRegex("(?:\\.Record\\([^\",]*, |RevealedAsync\\([^\",]*, )\"([a-z-]+\\.[a-z-]+)\"")]
    private static partial Regex AuditPattern();

    [GeneratedRegex("return new\\([^\"]*\"([a-z]+\\.[a-z-]+)\"[,)]")]
    private static partial Regex BreakPattern();

    [GeneratedRegex("\"(Cli\\.[A-Za-z]+)\"")]
    private static partial Regex CliPattern();
}
