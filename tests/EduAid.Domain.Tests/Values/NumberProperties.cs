using CsCheck;
using EduAid.Domain.Policies;
using EduAid.Domain.Tests.Policies;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

/// <summary>Check characters find the slips of the hand that they are made for, and sums of money conserve.</summary>
public sealed class NumberProperties
{
    private static readonly DateOnly Today = new(2020, 4, 3);

    // The check character from the definition (the sum of each digit times 2 to the power of its place is 1 modulo 11), not from the product's table.
    private static readonly Gen<string> ValidId =
        Gen.Select(Gen.Int[100_000, 999_999], Gen.Int[0, Today.DayNumber - new DateOnly(1900, 1, 1).DayNumber], Gen.Int[0, 999])
            .Select((area, days, serial) => WithCheck($"{area}{new DateOnly(1900, 1, 1).AddDays(days):yyyyMMdd}{serial:000}"));

    private static readonly Gen<string> ValidCard =
        Gen.String[Gen.Char["0123456789"], 15, 18].Select(digits => Enumerable.Range(0, 10).Select(c => $"{digits}{c}").Single(LuhnOf));

    [Fact]
    public void A_valid_ID_is_read_as_it_stands() => ValidId.Sample(number =>
        CitizenId.Parse(number, Today) is { IsValid: true } parsed && parsed.Id.Reveal() == number
            && parsed.Id.BirthDate == DateOnly.ParseExact(number[6..14], "yyyyMMdd", null)
            && !parsed.Id.ToString().Contains(number[6..14], StringComparison.Ordinal), iter: 5_000);

    [Fact]
    public void An_ID_with_one_character_changed_is_refused() =>
        Gen.Select(ValidId, Gen.Int[0, 17], Gen.Char["0123456789X"]).Sample((number, at, other) =>
            number[at] == other || !CitizenId.Parse(Replace(number, at, other), Today).IsValid, iter: 20_000);

    [Fact]
    public void An_ID_with_two_neighbours_swapped_is_refused() =>
        Gen.Select(ValidId, Gen.Int[0, 16]).Sample((number, at) =>
            number[at] == number[at + 1] || !CitizenId.Parse(Swap(number, at), Today).IsValid, iter: 20_000);

    [Fact]
    public void Luhn_finds_one_changed_digit() =>
        Gen.Select(ValidCard, Gen.Int[0, 15], Gen.Char["0123456789"]).Sample((number, at, other) =>
            BankCard.Parse(number).Card.LuhnHolds && (number[at] == other || !BankCard.FromStored(Replace(number, at, other)).LuhnHolds), iter: 10_000);

    // The one pair that Luhn cannot see is 09 and 90.
    [Fact]
    public void Luhn_finds_two_swapped_neighbours_except_0_and_9() =>
        Gen.Select(ValidCard, Gen.Int[0, 14]).Sample((number, at) =>
        {
            var (a, b) = (number[at], number[at + 1]);
            var unseen = a == b || (a, b) is ('0', '9') or ('9', '0');
            return BankCard.FromStored(Swap(number, at)).LuhnHolds == unseen;
        }, iter: 10_000);

    [Fact]
    public void Sums_conserve_in_any_order() =>
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Array[0, 30].Sample(fen =>
        {
            var amounts = fen.Select(Money.FromFen).ToList();
            var sum = amounts.Aggregate(Money.Zero, (a, b) => a + b);
            return sum.Fen == fen.Sum() && Enumerable.Reverse(amounts).Aggregate(Money.Zero, (a, b) => a + b) == sum
                && amounts.Aggregate(sum, (a, b) => a - b) == Money.Zero;
        });

    [Fact]
    public void What_is_printed_is_read_back() =>
        Gen.Long[-99_999_999_999_999, 99_999_999_999_999].Sample(fen => Money.Parse(Money.FromFen(fen).ToString()) == Money.FromFen(fen), iter: 5_000);

    [Fact]
    public void Two_halves_are_the_whole_or_there_are_none() =>
        Gen.Long[0, 10_000_000].Sample(fen => Money.FromFen(fen).DivideExactly(2) is { } half ? half + half == Money.FromFen(fen) : fen % 2 == 1);

    [Fact]
    public void A_policy_value_that_yields_a_part_of_a_fen_is_refused() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[1, 100]).Sample((fen, percent) =>
        {
            var yuan = Money.FromFen(fen).ToString();
            var amount = ShippedCatalogue.Value("compulsory-living.boarder.junior", "2020-spring", yuan, Unit.YuanPerYear);
            var share = ShippedCatalogue.Value("compulsory-living.non-boarder-percent", "2020-spring", $"{percent}", Unit.Percent);

            var halved = PolicyRules.Problem(amount) is null;
            var shared = PolicyRules.ProblemTogether([amount, share]) is null;
            return halved == (fen % 2 == 0) && shared == (fen % 2 == 0 && fen / 2L * percent % 100 == 0);
        }, iter: 5_000);

    [Fact]
    public void Every_day_lies_in_the_semester_between_the_one_before_and_the_one_after() =>
        Gen.Int[new DateOnly(1991, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber].Sample(number =>
        {
            var day = DateOnly.FromDayNumber(number);
            var semester = Semester.Of(day);
            return Semester.Of(day.AddDays(200)) > semester && semester.AgeDay <= day.AddMonths(1) && semester.AgeDay.AddYears(1) > day
                && Semester.TryParse(semester.ToString(), out var read) && read == semester;
        }, iter: 2_000);

    private static string WithCheck(string body)
    {
        var sum = body.Select((c, i) => (c - '0') * (1 << (17 - i))).Sum();
        var check = (12 - (sum % 11)) % 11;
        return body + (check == 10 ? "X" : $"{check}");
    }

    private static bool LuhnOf(string number) =>
        number.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : $"{(c - '0') * 2}".Sum(d => d - '0')).Sum() % 10 == 0;

    private static string Replace(string number, int at, char other) => $"{number[..at]}{other}{number[(at + 1)..]}";

    private static string Swap(string number, int at) => $"{number[..at]}{number[at + 1]}{number[at]}{number[(at + 2)..]}";
}
