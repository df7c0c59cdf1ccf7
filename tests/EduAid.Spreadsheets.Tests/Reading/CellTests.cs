using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Reading;

public sealed class CellTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(12, "12")]
    [InlineData(-12, "-12")]
    [InlineData(312.5, "312.5")]
    [InlineData(123456789012345, "123456789012345")]
    [InlineData(999999999999999, "999999999999999")]
    [InlineData(1e15, "1E+15")]
    [InlineData(3.41523e17, "3.41523E+17")]
    [InlineData(341523201001010000, "3.4152320100101E+17")]
    [InlineData(6217000000000012345.0, "6.217000000000012E+18")]
    [InlineData(6217000000000012, "6.217000000000012E+15")]
    [InlineData(-1234567890123456.5, "-1.2345678901234565E+15")]
    [InlineData(0.1, "0.1")]
    public void Number_shows_as_digits_below_1e15_and_in_exponent_form_from_there(double number, string text)
    {
        var cell = Cell.FromNumber(number);

        cell.Text.Should().Be(text);
        cell.Kind.Should().Be(CellKind.Number);
        cell.Number.Should().Be(number);
    }

    [Theory]
    [InlineData(43922, "2020-04-01")]
    [InlineData(43922.99, "2020-04-01")]
    [InlineData(2958465, "9999-12-31")]
    public void Serial_day_is_a_date(double serial, string text)
    {
        var cell = Cell.FromSerialDate(serial);

        cell.Text.Should().Be(text);
        cell.Kind.Should().Be(CellKind.Date);
        cell.Date.Should().Be(DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        cell.Number.Should().Be(serial);
    }

    [Theory]
    [InlineData(341523201001011234, CellKind.Number, "3.4152320100101126E+17")]
    [InlineData(2958466, CellKind.Number, "2958466")]
    [InlineData(-1, CellKind.Number, "-1")]
    [InlineData(0.354166666666667, CellKind.Text, "08:30:00")]
    [InlineData(double.NaN, CellKind.Text, "NaN")]
    public void Number_outside_the_calendar_is_no_date_even_in_a_date_format(double serial, CellKind kind, string text)
    {
        var cell = Cell.FromSerialDate(serial);

        cell.Kind.Should().Be(kind);
        cell.Text.Should().Be(text);
        cell.Date.Should().BeNull();
    }

    [Fact]
    public void Text_keeps_spaces_and_apostrophe_but_no_byte_order_mark_at_its_ends()
    {
        Cell.FromText("\uFEFF'3415 \uFEFF").Text.Should().Be("'3415 ");
        Cell.FromText("\uFEFF").Should().Be(Cell.Empty);
        Cell.FromText("").Kind.Should().Be(CellKind.Empty);
        Cell.FromText(" ").Kind.Should().Be(CellKind.Text);
    }

    [Fact]
    public void Boolean_and_date_and_duration_show_in_fixed_form()
    {
        Cell.FromBoolean(true).Text.Should().Be("TRUE");
        Cell.FromBoolean(false).Text.Should().Be("FALSE");
        Cell.FromDate(new DateOnly(2020, 4, 3)).Text.Should().Be("2020-04-03");
        Cell.FromDuration(1.25).Text.Should().Be("30:00:00");
        Cell.Empty.Text.Should().BeEmpty();
    }
}
