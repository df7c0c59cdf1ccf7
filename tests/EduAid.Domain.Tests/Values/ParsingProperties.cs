using CsCheck;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

/// <summary>Whatever stands in a cell, reading it gives a value or a finding, never an exception.</summary>
public sealed class ParsingProperties
{
    private static readonly DateOnly Today = new(2020, 4, 3);

    // Random characters rarely look like anything; these look like the real thing with one part gone wrong.
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["0123456789Xx"], 0, 22],
        Gen.String[Gen.Char["0123456789.,-+Ee¥￥元 "], 0, 20],
        Gen.String[Gen.Char["GJL0123456789XYZ"], 17, 21],
        Gen.String[Gen.Char["0123456789０１２３４５６７８９Ｘ　'\u200B"], 15, 40],
        Gen.String[Gen.Char["0123456789-springautumn"], 0, 14],
        Gen.String[Gen.Char["王小明·•・.． 　\u0000\uD842\uFFFF"], 0, 8]);

    [Fact]
    public void Parsing_never_throws() => Cell.Sample(text =>
    {
        var folded = Text.Fold(text);
        foreach (var input in new[] { text, folded })
        {
            _ = CitizenId.Parse(input, Today);
            _ = CitizenId.Mask(input);
            _ = CitizenId.CheckCharacterOf(input);
            var (card, problem) = BankCard.Parse(input);
            if (problem is null) _ = card.LuhnHolds;
            _ = BankCard.Mask(input);
            _ = Money.Parse(input);
            _ = Semester.TryParse(input, out _);
            _ = PersonName.Parse(input);
            _ = StudentNumber.Parse(input)?.ToString();
            _ = Text.Tidy(input);
            foreach (var unit in Enum.GetValues<Unit>()) _ = PolicyRules.Problem(ShippedValue(input, unit));
        }
    }, iter: 20_000);

    [Fact]
    public void Folding_twice_changes_nothing_more() => Cell.Sample(text => Text.Fold(Text.Fold(text)) == Text.Fold(text), iter: 5_000);

    [Fact]
    public void A_name_is_the_same_as_itself_with_spaces_and_dots_strewn_in() =>
        Gen.Select(Gen.String[Gen.Char["王小明李强阿依古丽AB"], 1, 8], Gen.Char[" 　·•・.\t"], Gen.Int[0, 8]).Sample((name, dot, at) =>
            PersonName.Parse(name)!.Value.IsSameAs(PersonName.Parse(name.Insert(Math.Min(at, name.Length), dot.ToString()))!.Value), iter: 2_000);

    private static ParameterValue ShippedValue(string text, Unit unit) =>
        new("x.y", Semester.Always, text, unit, "文件", "一", Today);
}
