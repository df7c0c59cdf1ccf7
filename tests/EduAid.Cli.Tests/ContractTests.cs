using System.Text.Json;

namespace EduAid.Cli.Tests;

/// <summary>Names, exit codes and JSON fields that scripts depend on.</summary>
public sealed class ContractTests : IClassFixture<ContractTests.Prepared>
{
    private readonly Prepared _county;

    public ContractTests(Prepared county) => _county = county;

    /// <summary>The plain sample, taken in once; tests that change anything make an installation of their own.</summary>
    public sealed class Prepared : IDisposable
    {
        public Eduaid Eduaid { get; } = new();

        public Sample Sample { get; } = new("plain");

        public Answer Lists { get; }

        public Prepared()
        {
            Eduaid.Run("init");
            Eduaid.Run("import", "schools", Sample.File1("schools.xlsx"));
            Eduaid.Run("import", "poverty", Sample.File1("poverty.xlsx"));
            Eduaid.Run("import", "specialties", Sample.File1("specialties.csv"));
            Lists = Eduaid.Run(["--json", "import", "enrolments", .. Sample.Lists, "--semester", "2020-spring", "--partial"]);
            Eduaid.Run("roster", "generate", "--semester", "2020-spring");
        }

        public void Dispose() => Eduaid.Dispose();
    }

    private static string[] Fields(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    [Fact]
    public void Import_reports_one_object_a_file_with_the_agreed_fields()
    {
        var reports = _county.Lists.Json;

        reports.GetArrayLength().Should().Be(12);
        Fields(reports[2]).Should().Equal("file", "rows", "accepted", "rejected", "duplicates", "unchanged", "written", "removed", "problems");
        Fields(reports[2].GetProperty("problems")[0]).Should().Equal("sheet", "row", "column", "code", "severity", "message");
        foreach (var report in reports.EnumerateArray())
        {
            int Count(string name) => report.GetProperty(name).GetInt32();
            Count("rows").Should().Be(Count("accepted") + Count("rejected") + Count("duplicates"));
            Count("written").Should().Be(Count("accepted"));
        }
    }

    [Fact]
    public void Csv_problem_names_the_file_as_its_sheet() =>
        _county.Lists.Json[2].GetProperty("problems")[0].GetProperty("sheet").GetString().Should().Be("03.csv");

    [Fact]
    public void Same_files_again_change_nothing_and_leave_no_import_behind()
    {
        var before = _county.Eduaid.Json("import", "list").GetArrayLength();

        var again = _county.Eduaid.Run(["--json", "import", "enrolments", .. _county.Sample.Lists, "--semester", "2020-spring", "--partial"]);

        again.ExitCode.Should().Be(2);
        again.Json.EnumerateArray().Should().OnlyContain(r => r.GetProperty("written").GetInt32() == 0
            && r.GetProperty("unchanged").GetInt32() == r.GetProperty("accepted").GetInt32());
        _county.Eduaid.Json("import", "list").GetArrayLength().Should().Be(before);
        _county.Eduaid.Json("roster", "generate", "--semester", "2020-spring").EnumerateArray()
            .Should().OnlyContain(g => g.GetProperty("added").GetInt32() + g.GetProperty("removed").GetInt32() + g.GetProperty("changed").GetInt32() == 0);
    }

    [Fact]
    public void Registered_list_imported_twice_changes_nothing()
    {
        var again = _county.Eduaid.Json("import", "poverty", _county.Sample.File1("poverty.xlsx"))[0];

        again.GetProperty("written").GetInt32().Should().Be(0);
        again.GetProperty("unchanged").GetInt32().Should().Be(again.GetProperty("accepted").GetInt32());
    }

    [Fact]
    public void File_with_an_error_is_refused_whole_without_partial()
    {
        var refused = _county.Eduaid.Run("--json", "import", "enrolments", _county.Sample.Lists[0], "--semester", "2020-autumn");

        refused.ExitCode.Should().Be(2);
        refused.Json[0].GetProperty("written").GetInt32().Should().Be(0);
    }

    [Fact]
    public void Generate_lists_every_programme_of_the_semester_with_the_agreed_fields()
    {
        var generated = _county.Eduaid.Json("roster", "generate", "--semester", "2019-autumn");

        Fields(generated[0]).Should().Equal("programme", "schools", "entries", "fen", "held", "added", "removed", "changed");
        generated.EnumerateArray().Select(g => g.GetProperty("programme").GetString()).Should().Equal(
            "preschool", "compulsory-living", "senior-high-grant", "senior-high-tuition", "vocational-grant", "vocational-tuition", "university-travel");
    }

    [Fact]
    public void Listings_have_the_agreed_fields()
    {
        Fields(_county.Eduaid.Json("import", "list")[0]).Should().Equal("number", "kind", "file", "semester", "by", "at", "rows", "written", "undone");
        Fields(_county.Eduaid.Json("roster", "list", "--semester", "2020-spring")[0])
            .Should().Equal("programme", "schoolCode", "school", "state", "entries", "fen", "flagged");
        Fields(_county.Eduaid.Json("review", "list", "--semester", "2020-spring")[0])
            .Should().Equal("code", "holds", "citizenId", "name", "schools", "programmes", "message");
        Fields(_county.Eduaid.Json("missed", "list", "--semester", "2020-spring")[0])
            .Should().Equal("citizenId", "name", "household", "head", "township", "village", "ageBand");
    }

    [Fact]
    public void Text_masks_citizen_ids_and_json_carries_them_in_full()
    {
        var id = _county.Sample.Expected.GetProperty("missed")[0].GetString()!;

        _county.Eduaid.Run("missed", "list", "--semester", "2020-spring").Output.Should().NotContain(id).And.Contain($"{id[..6]}********{id[^4..]}");
        _county.Eduaid.Run("--json", "missed", "list", "--semester", "2020-spring").Output.Should().Contain(id);
    }

    [Fact]
    public void Explain_reads_the_id_from_standard_input_and_adds_up()
    {
        var paid = _county.Sample.Expected.GetProperty("pay").GetProperty("compulsory-living").EnumerateObject().First();

        var explained = _county.Eduaid.RunWithInput(paid.Name, "--json", "explain", "--semester", "2020-spring");

        explained.ExitCode.Should().Be(0);
        var living = explained.Json.EnumerateArray().Single(e => e.GetProperty("programme").GetString() == "compulsory-living");
        living.GetProperty("fen").GetInt64().Should().Be(paid.Value.GetInt64());
        living.GetProperty("entitled").GetBoolean().Should().BeTrue();
        living.GetProperty("reasons").EnumerateArray().Where(r => r.GetProperty("fen").ValueKind == JsonValueKind.Number)
            .Sum(r => r.GetProperty("fen").GetInt64()).Should().Be(paid.Value.GetInt64());
        living.GetProperty("reasons").EnumerateArray().Should().OnlyContain(r => r.GetProperty("clause").GetString() == "二(二)2"
            && r.GetProperty("document").GetString()!.Length > 0);
    }

    [Theory]
    [InlineData("roster", "generate", "--semester", "2020-summer")]
    [InlineData("roster", "generate", "--semester", "2020-spring", "--programme", "no-such")]
    [InlineData("roster", "export", "--semester", "2020-spring")]
    [InlineData("import", "schools", "no-such-file.xlsx")]
    [InlineData("import", "undo", "999")]
    [InlineData("no-such-command")]
    [InlineData("review", "list", "--semester", "2020-spring", "--no-such-option")]
    public void Wrong_usage_ends_with_64(params string[] arguments)
    {
        var answer = _county.Eduaid.Run(arguments);

        answer.ExitCode.Should().Be(64);
        answer.Error.Should().NotBeEmpty();
    }

    [Fact]
    public void Without_init_there_is_a_message_to_act_on()
    {
        using var empty = new Eduaid();

        var answer = empty.Run("roster", "list", "--semester", "2020-spring");

        answer.ExitCode.Should().Be(1);
        answer.Error.Should().Contain("eduaid init");
    }

    [Theory]
    [InlineData("zh-Hans", "编号")]
    [InlineData("zh-Hant", "編號")]
    [InlineData("en", "No.")]
    public void Language_is_chosen_by_a_global_option(string language, string heading) =>
        _county.Eduaid.Run("--lang", language, "import", "list").Output.Should().Contain(heading);
}
