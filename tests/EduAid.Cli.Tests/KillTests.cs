using EduAid.Domain.Payments;

namespace EduAid.Cli.Tests;

/// <summary>A process that dies at any moment of handing out or taking in has done it whole or not at all, and nobody is paid twice.</summary>
public sealed class KillTests
{
    private static int Count => Environment.GetEnvironmentVariable("EDUAID_FULL") == "1" ? 60 : 4;

    [Fact]
    public async Task Killed_while_a_result_is_taken_in_every_line_counts_or_none_does()
    {
        using var eduaid = new Eduaid();
        await using var batch = await ReleasedBatch.AssembledAsync(eduaid);
        await batch.ReleaseAsync();
        var result = Path.Combine(eduaid.Data, "回盘.csv");
        await File.WriteAllTextAsync(result, await batch.AnswerAsync());
        var lines = (await batch.StatesAsync()).Values.Sum();
        var kills = new Kills(eduaid, seed: 17);
        for (var i = 0; i < Count; i++)
        {
            kills.Run(1, "batch", "return", result);
            var paid = (await batch.StatesAsync()).GetValueOrDefault(LineState.Paid);
            (await batch.UndoAsync()).Should().Be(paid > 0, "a return is on record where its lines are paid");
            paid.Should().BeOneOf(0, lines);
            (await batch.AuditHoldsAsync()).Should().BeTrue();
        }
        kills.Hits.Should().BeGreaterThanOrEqualTo(Count / 4, "kills must meet an open transaction, and on a busy machine some come late");

        eduaid.Json("batch", "return", result).GetProperty("applied").GetInt32().Should().Be(lines);
        eduaid.Json("batch", "return", result).GetProperty("applied").GetInt32().Should().Be(0, "the same return changes nothing");
        (await batch.StatesAsync()).Should().Equal(new Dictionary<LineState, int> { [LineState.Paid] = lines });
    }

    [Fact]
    public async Task Killed_while_a_bank_file_is_handed_out_there_is_no_file_that_the_trail_does_not_know()
    {
        using var eduaid = new Eduaid();
        await using var batch = await ReleasedBatch.AssembledAsync(eduaid);
        await batch.ReleaseAsync();
        var (whole, file) = (Path.Combine(eduaid.Data, "whole.txt"), Path.Combine(eduaid.Data, "bank.txt"));
        eduaid.Run("batch", "export", "--number", batch.Number, "--out", whole).ExitCode.Should().Be(0);
        var kills = new Kills(eduaid, seed: 23);
        for (var i = 0; i < Count; i++)
        {
            var before = await batch.DownloadsAsync();
            kills.Run(1, "batch", "export", "--number", batch.Number, "--out", file);
            if (File.Exists(file))
            {
                File.ReadAllBytes(file).Should().Equal(File.ReadAllBytes(whole));
                (await batch.DownloadsAsync()).Should().Be(before + 1);
                File.Delete(file);
            }
            (await batch.AuditHoldsAsync()).Should().BeTrue();
        }
        kills.Hits.Should().BeGreaterThanOrEqualTo(Count / 4, "kills must meet an open transaction, and on a busy machine some come late");
        eduaid.Run("batch", "export", "--number", batch.Number, "--out", file).ExitCode.Should().Be(0);
        File.ReadAllBytes(file).Should().Equal(File.ReadAllBytes(whole));
    }

    [Fact]
    public void Killed_while_lists_are_taken_in_or_rosters_made_the_repeated_call_ends_where_an_undisturbed_one_does()
    {
        var sample = new Sample("plain");
        using var undisturbed = new Eduaid();
        using var disturbed = new Eduaid();
        foreach (var eduaid in (Eduaid[])[undisturbed, disturbed]) eduaid.Run("init").ExitCode.Should().Be(0);
        string[][] commands =
        [
            ["import", "schools", sample.File1("schools.xlsx")],
            ["import", "poverty", sample.File1("poverty.xlsx")],
            ["import", "specialties", sample.File1("specialties.csv")],
            ["import", "enrolments", .. sample.Lists, "--semester", "2020-spring", "--partial"],
            ["roster", "generate", "--semester", "2020-spring"],
        ];
        foreach (var command in commands) undisturbed.Run(command).ExitCode.Should().BeOneOf(0, 2);
        var kills = new Kills(disturbed, seed: 5);
        var times = Math.Max(1, Count / 4);
        foreach (var command in commands)
        {
            for (var i = 0; i < times; i++) kills.Run(1 + (i % 3), command);
            disturbed.Run(command).ExitCode.Should().BeOneOf(0, 2);
        }
        kills.Hits.Should().BePositive("kills must meet an open transaction, and on a busy machine some come late");
        Rosters(disturbed).Should().Be(Rosters(undisturbed));
        disturbed.Run("audit", "verify").ExitCode.Should().Be(0);
    }

    private static string Rosters(Eduaid eduaid) => eduaid.Run("--json", "roster", "list", "--semester", "2020-spring").Output;
}
