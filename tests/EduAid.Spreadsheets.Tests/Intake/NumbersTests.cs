using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Tests.Intake;

/// <summary>Citizen IDs, cards and what is compared with them.</summary>
public class NumbersTests
{
    private const string Good = "6217003405000000014";

    [Fact]
    public void Each_problem_of_an_id_has_its_code()
    {
        var id = Sent.Id();
        (string Written, string[] Codes)[] cases =
        [
            ("", [FindingCodes.IdMissing]),
            (id[..15], [FindingCodes.IdLength]),
            (id[..17], [FindingCodes.IdLength]),
            (id + "0", [FindingCodes.IdLength]),
            (id + "43", [FindingCodes.IdLength]),
            (id[..17] + (id[17] == '5' ? '6' : '5'), [FindingCodes.IdChecksum]),
            (Sent.Id("2010-02-30"), [FindingCodes.IdBirthDate]),
            (Sent.Id("2020-05-21"), [FindingCodes.IdBirthDate]),
            ("3.41523E+17", [FindingCodes.IdPrecisionLost]),
            (id[..15] + "000", [FindingCodes.IdPrecisionLost]),
        ];
        foreach (var (written, codes) in cases)
            Read(written).Codes(Severity.Error).Should().Equal(codes, "of {0}", written);
    }

    [Fact]
    public void An_id_that_ends_in_000_and_passes_its_check_is_an_id_like_any_other()
    {
        var id = Enumerable.Range(1, 28).SelectMany(day => Enumerable.Range(1, 12).Select(month => Sent.Id($"2010-{month:00}-{day:00}", 0) is var x && x.EndsWith('0') ? x : null))
            .OfType<string>().First();
        id.Should().EndWith("0000"[..3]);
        Read(id).Value!.Id.Should().Be(id);
    }

    [Fact]
    public void The_area_code_need_not_be_a_current_one()
    {
        const string digits = "99999920100305002";
        Read(digits + Domain.Values.CitizenId.CheckCharacterOf(digits)).Value.Should().NotBeNull();
    }

    /// <summary>Some numeric IDs pass the check as somebody else's: never repaired, whatever they show.</summary>
    [Fact]
    public void Numeric_cells_of_more_than_15_digits_have_lost_digits()
    {
        var list = Sent.Read(Sent.Enrolments(), Sent.Workbook(book =>
        {
            var sheet = book.AddWorksheet("名单");
            Sent.Fill(sheet, 1, Sent.Heading + ",银行卡号,监护人身份证号", "县第一小学,童一甲,,三年级,是,在读", $"县第一小学,童二甲,{Sent.Id(number: 4)},三年级,是,在读");
            sheet.Cell(2, 3).SetValue(341523201003050000d);
            sheet.Cell(3, 7).SetValue(6217003405000000000d).Style.NumberFormat.Format = "0";
            sheet.Cell(3, 8).SetValue(341523198001010000d);
        }), "list.xlsx");
        list.Rows[0].Codes(Severity.Error).Should().Equal(FindingCodes.IdPrecisionLost);
        list.Rows[1].Codes(Severity.Warning).Should().BeEquivalentTo([FindingCodes.CardInvalid, FindingCodes.GuardianIdChecksum]);
        list.Rows[1].Value!.CardState.Should().Be(AccountState.Invalid);
    }

    [Theory]
    [InlineData("银行卡号")]
    [InlineData("银行账号")]
    [InlineData("卡号")]
    [InlineData("一卡通账号")]
    [InlineData("社保卡银行账号")]
    [InlineData("社会保障卡银行账号")]
    [InlineData("社保卡号")]
    [InlineData("社会保障卡卡号")]
    public void An_account_is_read_from_any_of_its_columns(string heading)
    {
        var row = Sent.With(heading, "'6217 0034 0500 0000 014").Value!;
        (row.CardState, row.Card).Should().Be((AccountState.Usable, Good));
        Sent.With(heading, "").Value!.CardState.Should().Be(AccountState.Missing);
    }

    [Fact]
    public void A_social_card_counts_only_where_no_bank_card_column_stands()
    {
        var list = Sent.List(Sent.Heading + ",社保卡号,银行卡号", $"县第一小学,童一甲,{Sent.Id()},三年级,是,在读,{Good},");
        list.Rows.Single().Value!.CardState.Should().Be(AccountState.Missing);
    }

    [Fact]
    public void A_social_cards_own_serial_is_no_account()
    {
        Sent.With("社保卡号", "AB1234567").Should().BeEquivalentTo(new { Problems = Array.Empty<Problem>() });
        Sent.With("社保卡号", "AB1234567").Value!.CardState.Should().Be(AccountState.Missing);
        Sent.With("银行卡号", "123456789").Value!.CardState.Should().Be(AccountState.Invalid);
    }

    [Theory]
    [InlineData("621700340500001", AccountState.Invalid)]
    [InlineData("62170034050000000140", AccountState.Invalid)]
    [InlineData("6.2170034E+18", AccountState.Invalid)]
    [InlineData("无", AccountState.Invalid)]
    [InlineData("6217003405000017", AccountState.Usable)]
    public void Cards_have_16_to_19_digits(string written, AccountState state) => Sent.With("银行卡号", written).Value!.CardState.Should().Be(state);

    [Fact]
    public void A_card_that_fails_luhn_is_kept_with_a_warning()
    {
        var row = Sent.With("银行卡号", "6217003405000000015");
        (row.Value!.CardState, row.Codes(Severity.Warning).Single()).Should().Be((AccountState.Usable, FindingCodes.CardLuhn));
    }

    [Fact]
    public void What_does_not_fit_the_id_is_a_warning()
    {
        Sent.With("性别", "男").Codes(Severity.Warning).Should().Equal(FindingCodes.SexMismatch);
        Sent.With("性别", "女").Problems.Should().BeEmpty();
        Sent.With("性别", "").Problems.Should().BeEmpty();
        Sent.With("学籍号", "G" + Sent.Id()).Problems.Should().BeEmpty();
        Sent.With("学籍号", "G" + Sent.Id(number: 4)).Codes(Severity.Warning).Should().Equal(FindingCodes.StudentNumberMismatch);
        Sent.With("学籍号", "L" + Sent.Id(number: 4)).Problems.Should().BeEmpty();
        Sent.With("学籍号", "J" + Sent.Id(number: 4)).Problems.Should().BeEmpty();
        Sent.With("学籍号", "12345").Codes(Severity.Warning).Should().Equal(FindingCodes.StudentNumberMismatch);
        Sent.With("监护人身份证号", Sent.Id("1980-01-01")).Problems.Should().BeEmpty();
        Sent.With("监护人身份证号", Sent.Id("1980-01-01")[..17]).Codes(Severity.Warning).Should().Equal(FindingCodes.GuardianIdChecksum);
        Sent.With("监护人身份证号", "3.41E+17").Codes(Severity.Warning).Should().Equal(FindingCodes.GuardianIdChecksum);
    }

    /// <summary>2020年春季学期: ages on 1 September 2019.</summary>
    [Theory]
    [InlineData("县幼儿园", "大班", "2017-09-01", "2010-09-02")]
    [InlineData("县第一小学", "三年级", "2014-09-01", "2003-09-02")]
    [InlineData("县第一中学", "初一", "2009-09-01", "2000-09-02")]
    [InlineData("县高级中学", "高一", "2006-09-01", "1994-09-02")]
    [InlineData("县职业学校", "一年级", "2006-09-01", "1994-09-02")]
    public void An_unlikely_age_is_a_warning(string school, string grade, string youngest, string oldest)
    {
        string[] Of(DateOnly born) => [.. Sent.With("备注", "", school, grade, Sent.Id(born.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).Codes(Severity.Warning)];
        var (young, old) = (DateOnly.Parse(youngest, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(oldest, System.Globalization.CultureInfo.InvariantCulture));
        Of(young).Should().BeEmpty();
        Of(young.AddDays(1)).Should().Equal(FindingCodes.AgeUnlikely);
        Of(old).Should().BeEmpty();
        Of(old.AddDays(-1)).Should().Equal(FindingCodes.AgeUnlikely);
    }

    [Fact]
    public void Every_error_of_a_row_is_a_problem_of_its_own()
    {
        var row = Sent.List(Sent.Heading, "无此学校,,123,实验部,,不详").Rows.Single();
        row.Problems.Select(p => p.Code).Should().BeEquivalentTo(
            [FindingCodes.IdLength, FindingCodes.NameMissing, FindingCodes.SchoolUnknown, FindingCodes.GradeUnknown, FindingCodes.StatusUnknown]);
        row.Problems.Should().OnlyContain(p => p.Sheet == "list.csv" && p.Row == 2 && p.Column != null);
    }

    private static ReadRow<EnrolmentRow> Read(string id) => Sent.List(Sent.Heading, $"县第一小学,童一甲,{id},三年级,是,在读").Rows.Single();
}
