using System.Text.Json;
using ExcelDataReader;

namespace EduAid.Cli.Tests;

/// <summary>The two samples through the command line, to the fen.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("messy")]
    public void Sample_gives_exactly_what_is_expected_of_it(string name)
    {
        var sample = new Sample(name);
        using var eduaid = new Eduaid();
        eduaid.Run("init").ExitCode.Should().Be(0);
        eduaid.Json("import", "schools", sample.File1("schools.xlsx"))[0].GetProperty("rejected").GetInt32().Should().Be(0);
        eduaid.Json("import", "poverty", sample.File1("poverty.xlsx"));
        eduaid.Json("import", "specialties", sample.File1("specialties.csv"));
        var lists = eduaid.Run(["--json", "import", "enrolments", .. sample.Lists, "--semester", "2020-spring", "--partial"]);
        lists.ExitCode.Should().Be(2, "rows were left out");
        eduaid.Json("import", "admissions", sample.File1("admissions.xlsx"), "--semester", "2020-autumn");
        eduaid.Json("roster", "generate", "--semester", "2020-spring").GetArrayLength().Should().Be(6);
        eduaid.Json("roster", "generate", "--semester", "2020-autumn").GetArrayLength().Should().Be(7);

        Rejected(lists.Json).Should().BeEquivalentTo(Triples(sample.Expected.GetProperty("reject")));
        eduaid.Json("review", "list", "--semester", "2020-spring").EnumerateArray().Where(f => f.GetProperty("holds").GetBoolean())
            .Select(f => (f.GetProperty("code").GetString(), f.GetProperty("citizenId").GetString()))
            .Should().BeEquivalentTo(sample.Expected.GetProperty("review").EnumerateArray().Select(f => (f[0].GetString(), f[1].GetString())));
        eduaid.Json("missed", "list", "--semester", "2020-spring").EnumerateArray().Where(m => m.GetProperty("ageBand").GetString() == "compulsory")
            .Select(m => m.GetProperty("citizenId").GetString())
            .Should().BeEquivalentTo(sample.Expected.GetProperty("missed").EnumerateArray().Select(m => m.GetString()));
        foreach (var programme in sample.Expected.GetProperty("pay").EnumerateObject())
        {
            var semester = programme.Name == "university-travel" ? "2020-autumn" : "2020-spring";
            Paid(eduaid, semester, programme.Name).Should().BeEquivalentTo(
                programme.Value.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt64()), programme.Name);
        }
        eduaid.Json("audit", "verify").GetProperty("holds").GetBoolean().Should().BeTrue();
    }

    // Amounts by citizen ID as a person would read them from the exported workbook: each person once, the total row agreeing.
    private static Dictionary<string, long> Paid(Eduaid eduaid, string semester, string programme)
    {
        var file = Path.Combine(eduaid.Data, programme + ".xlsx");
        eduaid.Run("roster", "export", "--semester", semester, "--programme", programme, "--out", file).ExitCode.Should().Be(0);
        var paid = new Dictionary<string, long>();
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        do
        {
            var (id, amount, sum) = (-1, -1, 0L);
            while (reader.Read())
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).ToList();
                if (Array.IndexOf([.. cells], "身份证号") is >= 0 and var column) (id, amount) = (column, cells.IndexOf("金额(元)"));
                else if (id >= 0 && cells[id] is string { Length: 18 } number)
                {
                    paid.Add(number, Fen(cells[amount]));
                    sum += Fen(cells[amount]);
                }
                else if (id >= 0 && cells[0] is "合计") Fen(cells[amount]).Should().Be(sum);
            }
        }
        while (reader.NextResult());
        return paid;
    }

    private static long Fen(object? cell) => (long)Math.Round(Convert.ToDecimal(cell, System.Globalization.CultureInfo.InvariantCulture) * 100);

    private static IEnumerable<(string?, string?, int)> Rejected(JsonElement reports) =>
        from report in reports.EnumerateArray()
        from problem in report.GetProperty("problems").EnumerateArray()
        where problem.GetProperty("severity").GetString() == "error"
        select (report.GetProperty("file").GetString(), problem.GetProperty("code").GetString(), problem.GetProperty("row").GetInt32());

    private static IEnumerable<(string?, string?, int)> Triples(JsonElement expected) =>
        expected.EnumerateArray().Select(e => (e[0].GetString(), e[1].GetString(), e[2].GetInt32()));
}
