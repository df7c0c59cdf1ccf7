using EduAid.Application.Storage;

namespace EduAid.Cli.Tests;

/// <summary>Commands that look after an installation.</summary>
public sealed class KeysAndRetentionTests
{
    [Fact]
    public void Keys_are_rotated_counted_and_the_lookup_key_changes_only_while_nothing_else_runs()
    {
        using var eduaid = new Eduaid();
        eduaid.Run("init");
        eduaid.Run("import", "schools", new Sample("plain").File1("schools.xlsx"));
        var rotated = eduaid.Json("keys", "rotate");
        (rotated.GetProperty("key").GetInt32(), rotated.GetProperty("resumed").GetBoolean()).Should().Be((2, false));
        rotated.GetProperty("values").GetInt32().Should().BePositive();
        var status = eduaid.Json("keys", "status");
        status.GetProperty("values").EnumerateArray().Select(v => v.GetProperty("key").GetInt32()).Should().NotBeEmpty().And.AllBeEquivalentTo(2);
        using (var used = FolderLock.TryUse(new DataFolder(eduaid.Data)))
        {
            used.Should().NotBeNull();
            eduaid.Run("keys", "change-lookup").ExitCode.Should().Be(1, "the application runs");
        }
        eduaid.Run("keys", "change-lookup").ExitCode.Should().Be(0);
        eduaid.Json("audit", "verify").GetProperty("holds").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public void A_head_that_was_given_out_is_looked_for_again_and_retention_counts_by_kind()
    {
        using var eduaid = new Eduaid();
        eduaid.Run("init");
        var anchor = Path.Combine(eduaid.Data, "anchor.json");
        eduaid.Run("audit", "anchor", "--out", anchor).ExitCode.Should().Be(0);
        eduaid.Run("audit", "verify", "--anchor", anchor).ExitCode.Should().Be(0);
        File.WriteAllText(anchor, File.ReadAllText(anchor).Replace("\"epoch\":1", "\"epoch\":2", StringComparison.Ordinal));
        eduaid.Run("audit", "verify", "--anchor", anchor).ExitCode.Should().Be(1);
        File.WriteAllText(anchor, "no anchor");
        eduaid.Run("audit", "verify", "--anchor", anchor).ExitCode.Should().Be(64);
        eduaid.Json("retention", "plan").EnumerateArray().Select(k => k.GetProperty("kind").GetString())
            .Should().Equal("staged-uploads", "raw-files", "contact-details", "identity", "audit-details");
        eduaid.Run("retention", "apply").ExitCode.Should().Be(0);
    }
}
