namespace EduAid.Cli.Tests;

/// <summary>Bank files out and results in, by a scheduled job.</summary>
public sealed class BatchTests
{
    [Fact]
    public async Task Only_what_finance_has_released_is_handed_out_and_results_are_taken_in_once()
    {
        using var eduaid = new Eduaid();
        await using var batch = await ReleasedBatch.AssembledAsync(eduaid);
        var (file, again, result) = (Path.Combine(eduaid.Data, "bank.txt"), Path.Combine(eduaid.Data, "bank2.txt"), Path.Combine(eduaid.Data, "回盘.csv"));

        eduaid.Run("batch", "export", "--number", batch.Number, "--out", file).ExitCode.Should().Be(1, "finance has not released it");
        File.Exists(file).Should().BeFalse();
        eduaid.Run("batch", "export", "--number", "2020-1-9999", "--out", file).ExitCode.Should().Be(64);
        await batch.ReleaseAsync();

        var exported = eduaid.Json("batch", "export", "--number", batch.Number, "--out", file);
        eduaid.Run("batch", "export", "--number", batch.Number, "--out", again).ExitCode.Should().Be(0);
        File.ReadAllBytes(file).Should().Equal(File.ReadAllBytes(again));
        exported.GetProperty("sha256").GetString().Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));

        await File.WriteAllTextAsync(result, await batch.AnswerAsync(off: 100));
        var wrong = eduaid.Run("--json", "batch", "return", result);
        wrong.ExitCode.Should().Be(2, "a row matches nothing");
        wrong.Json.GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("return.amount-differs");
        wrong.Json.GetProperty("unmatched").GetInt32().Should().Be(1);

        await File.WriteAllTextAsync(result, await batch.AnswerAsync());
        var right = eduaid.Run("--json", "batch", "return", result);
        (right.ExitCode, right.Json.GetProperty("number").GetInt32(), right.Json.GetProperty("applied").GetInt32()).Should().Be((0, 2, 1), "the others are known by now");
        var known = eduaid.Run("--json", "batch", "return", result);
        (known.ExitCode, known.Json.GetProperty("number").ValueKind).Should().Be((0, System.Text.Json.JsonValueKind.Null));

        var listed = eduaid.Json("batch", "list", "--semester", "2020-spring")[0];
        listed.GetProperty("number").GetString().Should().Be(batch.Number);
        listed.GetProperty("state").GetString().Should().Be("released");
        listed.GetProperty("paid").GetInt32().Should().Be(listed.GetProperty("lines").GetInt32()).And.BePositive();
        eduaid.Run("batch", "list", "--semester", "2020-spring").Output.Should().Contain(batch.Number).And.Contain("县教字〔2020〕1号");
    }

    [Fact]
    public async Task Books_are_closed_when_nothing_is_open_and_closing_again_writes_the_same_package()
    {
        using var eduaid = new Eduaid();
        await using var batch = await ReleasedBatch.AssembledAsync(eduaid);
        await batch.ReleaseAsync();
        var (file, again, result) = (Path.Combine(eduaid.Data, "a.zip"), Path.Combine(eduaid.Data, "b.zip"), Path.Combine(eduaid.Data, "回盘.csv"));
        string[] close = ["archive", "close", "--semester", "2020-spring", "--programme", "compulsory-living", "--out"];
        await File.WriteAllTextAsync(result, await batch.AnswerAsync());
        eduaid.Run("batch", "return", result).ExitCode.Should().Be(0);

        var early = eduaid.Run([.. close, file]);
        (early.ExitCode, File.Exists(file)).Should().Be((1, false));
        early.Error.Should().Contain("差额");
        await batch.VoucherAsync();

        var closed = eduaid.Json([.. close, file]);
        eduaid.Json([.. close, again]).GetProperty("again").GetBoolean().Should().BeTrue();
        File.ReadAllBytes(again).Should().Equal(File.ReadAllBytes(file));
        eduaid.Run("archive", "verify", file, "--fingerprint", closed.GetProperty("fingerprint").GetString()!).ExitCode.Should().Be(0);
        eduaid.Run([.. close[..5], "nothing", "--out", file]).ExitCode.Should().Be(64);
    }

    [Fact]
    public void What_is_no_bank_file_ends_with_two_and_what_is_not_there_is_wrong_usage()
    {
        using var eduaid = new Eduaid();
        eduaid.Run("init");
        var file = Path.Combine(eduaid.Data, "other.csv");
        File.WriteAllText(file, "甲,乙\n1,2\n");

        eduaid.Run("batch", "return", file).ExitCode.Should().Be(2);
        eduaid.Run("batch", "return", file, "--number", "2020-1-0001").ExitCode.Should().Be(64);
        eduaid.Run("batch", "return", file + ".missing").ExitCode.Should().Be(64);
        eduaid.Run("batch", "list", "--semester", "2020-summer").ExitCode.Should().Be(64);
        eduaid.Json("batch", "list", "--semester", "2020-spring").GetArrayLength().Should().Be(0);
    }
}
