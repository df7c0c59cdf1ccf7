namespace EduAid.Cli.Tests;

/// <summary>Commands that change an installation, each on its own.</summary>
public sealed class UndoAndBackupTests
{
    private static readonly Sample Plain = new("plain");

    [Fact]
    public void Undo_takes_a_list_back_and_restores_the_one_before()
    {
        using var eduaid = new Eduaid();
        eduaid.Run("init");
        eduaid.Run("import", "schools", Plain.File1("schools.xlsx"));
        eduaid.Run("import", "enrolments", Plain.Lists[0], "--semester", "2020-spring", "--partial");
        var shorter = Path.Combine(eduaid.Data, "shorter.csv");
        File.WriteAllText(shorter, "学校名称,姓名,身份证号,学段,年级,在校状态\n孔集镇第1幼儿园,高霞涛,341523201502116065,学前,中班,在读\n");
        var replaced = eduaid.Json("import", "enrolments", shorter, "--semester", "2020-spring")[0];
        replaced.GetProperty("removed").GetInt32().Should().BeGreaterThan(30);

        eduaid.Run("import", "undo", "3").ExitCode.Should().Be(0);

        eduaid.Json("import", "list").EnumerateArray().Select(i => i.GetProperty("undone").GetBoolean()).Should().Equal(false, false, true);
        eduaid.Json("import", "enrolments", Plain.Lists[0], "--semester", "2020-spring", "--partial")[0].GetProperty("written").GetInt32().Should().Be(0);
        eduaid.Run("import", "undo", "3").ExitCode.Should().Be(1, "it is undone already");
    }

    [Fact]
    public void Schools_cannot_be_taken_back_from_under_their_lists()
    {
        using var eduaid = new Eduaid();
        eduaid.Run("init");
        eduaid.Run("import", "schools", Plain.File1("schools.xlsx"));
        eduaid.Run("import", "enrolments", Plain.Lists[0], "--semester", "2020-spring", "--partial");

        var refused = eduaid.Run("import", "undo", "1");

        refused.ExitCode.Should().Be(1);
        refused.Error.Should().Contain("2", "it names the import that stands on it");
    }

    [Fact]
    public void Later_registered_list_must_say_from_which_semester_it_holds()
    {
        using var eduaid = new Eduaid();
        eduaid.Run("init");
        eduaid.Run("import", "poverty", Plain.File1("poverty.xlsx"));
        var messy = new Sample("messy").File1("poverty.xlsx");

        eduaid.Run("import", "poverty", messy).ExitCode.Should().Be(64);
        eduaid.Run("import", "poverty", messy, "--from", "2020-autumn").ExitCode.Should().Be(0);
    }

    [Fact]
    public void Backup_is_restored_on_an_empty_machine_by_the_recovery_key_alone()
    {
        using var eduaid = new Eduaid();
        var key = eduaid.Json("init").GetProperty("recoveryKey").GetString()!;
        eduaid.Run("import", "schools", Plain.File1("schools.xlsx"));
        eduaid.Run("import", "poverty", Plain.File1("poverty.xlsx"));
        var file = Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(eduaid.Data)}.backup");
        eduaid.Run("backup", "--out", file).ExitCode.Should().Be(0);
        using var empty = new Eduaid();

        empty.RunWithInput("not a key", "restore", file).ExitCode.Should().Be(1);
        empty.RunWithInput(key, "restore", file).ExitCode.Should().Be(0);
        empty.RunWithInput(key, "restore", file).ExitCode.Should().Be(1, "it would overwrite");
        empty.RunWithInput(key, "restore", file, "--force").ExitCode.Should().Be(0);

        empty.Json("import", "list").GetArrayLength().Should().Be(2);
        empty.Json("audit", "verify").GetProperty("holds").GetBoolean().Should().BeTrue();
        empty.Json("import", "poverty", Plain.File1("poverty.xlsx"))[0].GetProperty("written").GetInt32().Should().Be(0, "the keys came back too");
        File.Delete(file);
    }

    [Fact]
    public void Init_twice_keeps_everything_and_prints_no_second_key()
    {
        using var eduaid = new Eduaid();
        eduaid.Json("init").GetProperty("recoveryKey").GetString().Should().HaveLength(64);

        var again = eduaid.Json("init");

        again.GetProperty("recoveryKey").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        again.GetProperty("newPolicyValues").GetInt32().Should().Be(0);
    }
}
