using System.Globalization;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

public class DatedAmountsTests
{
    [Theory]
    [InlineData("before the first day nothing is known", "2014-07-24", null)]
    [InlineData("the first day", "2014-07-25", 800000L)]
    [InlineData("the day before the next", "2021-08-31", 800000L)]
    [InlineData("the next", "2021-09-01", 1200050L)]
    public void The_day_decides(string why, string on, long? fen) =>
        DatedAmounts.Parse("2014-07-25:8000 2021-09-01:12000.50")!.On(DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture))?.Fen.Should().Be(fen, why);

    [Fact]
    public void Nothing_set_is_nothing_known() => DatedAmounts.Parse(" ")!.On(new(2020, 1, 1)).Should().BeNull();

    [Theory]
    [InlineData("8000")]
    [InlineData("2014:8000")]
    [InlineData("2014-07-25:0")]
    [InlineData("2014-07-25:-1")]
    [InlineData("2014-07-25:viel")]
    [InlineData("2014-07-25:8000:1")]
    [InlineData("2021-09-01:12000 2014-07-25:8000")]
    [InlineData("2014-07-25:8000 2014-07-25:9000")]
    public void A_text_that_is_none_is_refused(string text) => DatedAmounts.Parse(text).Should().BeNull();
}
