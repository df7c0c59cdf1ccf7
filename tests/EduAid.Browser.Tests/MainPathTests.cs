namespace EduAid.Browser.Tests;

[Collection(Site.Name)]
public sealed class MainPathTests(EduAidSite site)
{
    [Fact]
    public async Task The_preview_counts_good_and_bad_rows_and_writes_the_fault_under_the_cell()
    {
        var seen = await site.JourneyAsync();
        seen.Tiles.Should().Contain("可以接收", "3").And.Contain("须更正(不接收)", "3");
        seen.Faults.Should().HaveCount(MessyList.Bad);
    }

    [Fact]
    public async Task Good_rows_are_accepted_and_bad_ones_come_back_to_be_mended()
    {
        var seen = await site.JourneyAsync();
        seen.Accepted.Should().Contain("3 行未接收");
        seen.MendNotice.Should().Contain("更正表");
        seen.MendedTiles.Should().Contain("可以接收", "3").And.Contain("须更正(不接收)", "0");
        seen.MendAccepted.Should().Contain("3 行为新增或更正");
    }

    [Fact]
    public async Task Generating_again_brings_the_change_of_class_onto_the_roster()
    {
        var seen = await site.JourneyAsync();
        seen.ClassBefore.Should().NotBe(MessyList.NewClass);
        seen.ClassAfter.Should().Be(MessyList.NewClass);
        seen.Exported.Children.Should().Contain(c => c.Class == MessyList.NewClass);
    }

    [Fact]
    public async Task The_reasons_of_a_line_add_up_to_its_amount()
    {
        var seen = await site.JourneyAsync();
        seen.LineAmount.Should().BePositive();
        seen.WhyAmount.Should().Be(seen.LineAmount);
        seen.WhyParts.Sum().Should().Be(seen.LineAmount);
    }

    [Fact]
    public async Task The_exported_workbook_adds_up_to_the_total_of_the_page()
    {
        var seen = await site.JourneyAsync();
        seen.PageTotal.Should().BePositive();
        seen.Exported.Totals.Should().Equal(seen.PageTotal);
        seen.Exported.Sum.Should().Be(seen.PageTotal);
    }
}
