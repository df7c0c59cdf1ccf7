namespace EduAid.Browser.Tests;

/// <summary>What a clerk's way by the keyboard alone came to; on the way it has been seen that each stop shows its focus.</summary>
[Collection(Site.Name)]
public sealed class KeyboardTests(EduAidSite site)
{
    [Fact]
    public async Task A_list_is_sent_and_accepted_with_the_keyboard_alone()
    {
        var walk = await site.KeyboardAsync();
        walk.RowsShown.Should().BePositive();
        walk.Accepted.Should().Contain("3 行未接收");
    }

    [Fact]
    public async Task The_reasons_of_a_line_open_with_the_keyboard_alone()
    {
        var walk = await site.KeyboardAsync();
        walk.Line.Should().NotBeEmpty();
        walk.Reasons.Should().Contain(walk.Line);
    }

    [Fact]
    public async Task A_roster_is_exported_with_the_keyboard_alone()
    {
        var walk = await site.KeyboardAsync();
        walk.Exported.Children.Should().Contain(c => c.Name == walk.Line);
        walk.Exported.Sum.Should().BePositive().And.Be(walk.Exported.Totals.Sum());
    }

    [Fact]
    public async Task Nothing_fails_on_the_way() => (await site.KeyboardAsync()).Complaints.Should().BeEmpty();
}
