using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

/// <summary>GB 11643: 18 characters, a birth date that exists, a check character by ISO 7064 MOD 11-2. The numbers are invented; the first two stand in the standard.</summary>
public sealed class CitizenIdTests
{
    private static readonly DateOnly Today = new(2020, 4, 3);

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    [InlineData("341523201003041230")]
    [InlineData("11010519491231002x")]
    [InlineData("341523200802291231")]
    [InlineData("341523202004031231")]
    [InlineData("341523201001010000")]
    [InlineData("341523201009020000")]
    [InlineData("00000020100304123X")]
    public void A_number_that_holds_is_read(string number)
    {
        var parsed = CitizenId.Parse(number, Today);

        parsed.Problem.Should().BeNull();
        parsed.Id.Reveal().Should().Be(number.ToUpperInvariant());
    }

    [Theory]
    [InlineData("", "id.missing", null)]
    [InlineData("341523100304123", "id.length", null)]
    [InlineData("34152320100304123", "id.length", null)]
    [InlineData("3415232010030412300", "id.length", null)]
    [InlineData("无", "id.length", null)]
    [InlineData("341523201003041231", "id.checksum", null)]
    [InlineData("34152320100304123X", "id.checksum", null)]
    [InlineData("X41523201003041230", "id.checksum", null)]
    [InlineData("34152320100304A230", "id.checksum", null)]
    [InlineData("341523200702291234", "id.birth-date", null)]
    [InlineData("341523190002291237", "id.birth-date", null)]
    [InlineData("34152320100230123X", "id.birth-date", null)]
    [InlineData("341523201313010018", "id.birth-date", null)]
    [InlineData("341523202004041237", "id.birth-date", null)]
    [InlineData("341523203013010015", "id.birth-date", null)]
    [InlineData("341523187912310014", "id.birth-date", null)]
    [InlineData("341523200702291235", "id.birth-date", "id.checksum")]
    [InlineData("ABCDEFGHIJKLMNOPQR", "id.birth-date", "id.checksum")]
    [InlineData("3.41523E+17", "id.precision-lost", null)]
    [InlineData("3.41523e+17", "id.precision-lost", null)]
    [InlineData("3.41523201003041E+17", "id.precision-lost", null)]
    [InlineData("3E17", "id.precision-lost", null)]
    [InlineData("341523201003041000", "id.precision-lost", null)]
    [InlineData("341523201003040000", null, null)]
    [InlineData("341523201302300000", "id.precision-lost", null)]
    public void What_is_wrong_with_a_number_has_a_code_of_its_own(string text, string? problem, string? second)
    {
        var parsed = CitizenId.Parse(text, Today);

        (parsed.Problem, parsed.SecondProblem).Should().Be((problem, second));
        parsed.IsValid.Should().Be(problem is null);
        parsed.Id.IsEmpty.Should().Be(problem is not null);
    }

    [Theory]
    [InlineData("'341523201003041230")]
    [InlineData(" 341523 20100304 1230 ")]
    [InlineData("３４１５２３２０１００３０４１２３０")]
    [InlineData("341523201003041230\u200B")]
    [InlineData("\uFEFF341523201003041230\u00A0")]
    public void Apostrophes_spaces_and_full_width_digits_are_folded_before(string written) =>
        CitizenId.Parse(Text.Fold(written), Today).Id.Reveal().Should().Be("341523201003041230");

    [Fact]
    public void A_birth_date_of_today_has_been_and_one_of_tomorrow_is_in_the_future()
    {
        CitizenId.Parse("341523202004041237", Today).Problem.Should().Be("id.birth-date");
        CitizenId.Parse("341523202004041237", Today.AddDays(1)).IsValid.Should().BeTrue();
    }

    [Fact]
    public void Birth_date_and_sex_are_read_from_the_number()
    {
        var boy = CitizenId.FromStored("341523201003041230");
        var girl = CitizenId.FromStored("11010519491231002X");

        (boy.BirthDate, boy.IsMale, boy.LastFour).Should().Be((new DateOnly(2010, 3, 4), true, "1230"));
        (girl.BirthDate, girl.IsMale, girl.LastFour).Should().Be((new DateOnly(1949, 12, 31), false, "002X"));
    }

    [Theory]
    [InlineData("2010-09-01", "2020-09-01", 10)]
    [InlineData("2010-09-02", "2020-09-01", 9)]
    [InlineData("2010-08-31", "2020-09-01", 10)]
    [InlineData("2008-02-29", "2019-02-27", 10)]
    [InlineData("2008-02-29", "2019-03-01", 11)]
    [InlineData("2008-02-29", "2020-02-28", 11)]
    [InlineData("2008-02-29", "2020-02-29", 12)]
    [InlineData("2020-09-01", "2020-09-01", 0)]
    public void Ages_are_completed_years(string birth, string day, int age) =>
        CitizenId.Age(DateOnly.Parse(birth, null), DateOnly.Parse(day, null)).Should().Be(age);

    [Fact]
    public void It_prints_masked()
    {
        var id = CitizenId.FromStored("11010519491231002X");

        id.ToString().Should().Be("110105********002X");
        $"{id}".Should().NotContain("19491231");
        default(CitizenId).ToString().Should().BeEmpty();
    }

    [Theory]
    [InlineData("341523201003041230", "341523********1230")]
    [InlineData("341523100304123", "341523********4123")]
    [InlineData("34152310030412", "**************")]
    [InlineData("1234", "****")]
    [InlineData("", "")]
    public void What_is_no_valid_number_is_masked_as_well(string text, string masked) => CitizenId.Mask(text).Should().Be(masked);

    [Fact]
    public void An_empty_ID_reveals_nothing()
    {
        var act = () => default(CitizenId).Reveal();
        act.Should().Throw<InvalidOperationException>();
    }
}
