using EduAid.Domain.Changes;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Changes;

public class BulkRulesTests
{
    private const string Card = "6217003405000000011", Other = "6217003405000000029";

    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly string GuardianId = Checked("34152319800101001");
    private static readonly StandingDetails Ming = new("王小明", Card, "农商行", "王大明", "父子", "王大明", "父子", null, "13800000000");

    [Theory]
    [InlineData("手机号=13800000000", BulkOutcome.Unchanged)]
    [InlineData("手机号=138-0000-0000", BulkOutcome.Unchanged)]
    [InlineData("手机号=13900000000", BulkOutcome.Changes)]
    [InlineData("手机号=12", BulkOutcome.Refused, BulkFault.PhoneWrong)]
    [InlineData("监护人=王 大明", BulkOutcome.Unchanged)]
    [InlineData("监护人=李方 关系=母子", BulkOutcome.Changes)]
    [InlineData("监护人证号=123", BulkOutcome.Refused, BulkFault.GuardianIdWrong)]
    [InlineData("卡号=6217 0034 0500 0000 011", BulkOutcome.Unchanged)]
    [InlineData("卡号=6217003405000000029 户名=王大明", BulkOutcome.Review)]
    [InlineData("卡号=6217003405000000029 户名=王小明", BulkOutcome.Review)]
    [InlineData("卡号=6217003405000000029", BulkOutcome.Refused, BulkFault.HolderMissing)]
    [InlineData("卡号=6217003405000000029 户名=张三", BulkOutcome.Refused, BulkFault.RelationMissing)]
    [InlineData("卡号=6217003405000000029 户名=张三 关系=舅甥", BulkOutcome.Review)]
    [InlineData("卡号=123 户名=王小明", BulkOutcome.Refused, BulkFault.CardWrong)]
    [InlineData("开户行=邮储银行", BulkOutcome.Review)]
    [InlineData("开户行=农商行", BulkOutcome.Unchanged)]
    [InlineData("", BulkOutcome.Unchanged)]
    public void A_row_does_what_the_table_says(string asked, BulkOutcome outcome, params BulkFault[] faults)
    {
        var line = BulkRules.Of(Asked(asked), Ming, twice: false, Today);
        line.Outcome.Should().Be(outcome);
        line.Faults.Should().Equal(faults);
    }

    [Fact]
    public void A_card_goes_with_its_holder_and_the_relation_that_is_known()
    {
        BulkRules.Of(Asked("卡号=6217003405000000029 户名=王大明"), Ming, false, Today).Payee.Should().Be(new CardPayee("王大明", "父子"), "the guardian's relation is on the list");
        BulkRules.Of(Asked("卡号=6217003405000000029 户名=王小明"), Ming, false, Today).Payee.Should().Be(new CardPayee("王小明", null));
        BulkRules.Of(Asked("开户行=邮储银行"), Ming, false, Today).Payee.Should().Be(new CardPayee("王大明", "父子"), "the card stays");
        BulkRules.Of(Asked("开户行=邮储银行"), Ming with { Card = null, Holder = null }, false, Today).Faults.Should().Contain([BulkFault.CardMissing, BulkFault.HolderMissing]);
        BulkRules.Of(Asked("手机号=13900000000"), Ming, false, Today).Payee.Should().BeNull();
    }

    [Fact]
    public void Rows_that_have_slipped_and_pupils_that_stand_twice_do_nothing()
    {
        BulkRules.Of(Asked("手机号=13900000000") with { Name = "李芳" }, Ming, false, Today).Should().Match<BulkLine>(l => l.Outcome == BulkOutcome.Refused && l.Faults.Single() == BulkFault.NameDiffers);
        BulkRules.Of(Asked("手机号=13900000000") with { Name = "王 小明" }, Ming, false, Today).Outcome.Should().Be(BulkOutcome.Changes);
        BulkRules.Of(Asked("手机号=13900000000"), Ming, twice: true, Today).Faults.Should().Equal(BulkFault.Twice);
    }

    [Fact]
    public void A_card_that_lost_digits_in_the_spreadsheet_is_never_taken() =>
        BulkRules.Of(Asked("卡号=6217003405000000029 户名=王小明") with { CardLost = true }, Ming, false, Today).Faults.Should().Equal(BulkFault.CardWrong);

    [Fact]
    public void What_was_applied_once_changes_nothing_the_second_time()
    {
        var asked = Asked($"卡号={Other} 户名=张三 关系=舅甥 监护人=李方 监护人证号={GuardianId} 手机号=13900000000 开户行=邮储银行");
        var line = BulkRules.Of(asked, Ming, false, Today);
        line.Outcome.Should().Be(BulkOutcome.Review);
        var then = new StandingDetails("王小明", Other, "邮储银行", line.Payee!.Holder, line.Payee.Relation, "李方", "舅甥", GuardianId, "13900000000");
        BulkRules.Of(asked, then, false, Today).Outcome.Should().Be(BulkOutcome.Unchanged);
    }

    [Fact]
    public void What_is_shown_is_masked()
    {
        ChangedField.Card.Masked(Card).Should().NotContain("34050000");
        ChangedField.Phone.Masked("13800001234").Should().Be("138****1234");
        ChangedField.GuardianId.Masked(GuardianId).Should().NotContain("19800101");
        ChangedField.Bank.Masked("农商行").Should().Be("农商行");
    }

    private static AskedChange Asked(string text) => new(1, 1, "", "", "", text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(
        new Dictionary<ChangedField, string>(),
        (values, part) =>
        {
            var (name, value) = part.Split('=') is [var n, var v] ? (n, v) : ("", part);
            var field = name switch
            {
                "卡号" => ChangedField.Card,
                "户名" => ChangedField.Holder,
                "开户行" => ChangedField.Bank,
                "监护人" => ChangedField.Guardian,
                "关系" => ChangedField.Relation,
                "监护人证号" => ChangedField.GuardianId,
                "手机号" => ChangedField.Phone,
                _ => values.Keys.Last(),
            };
            // What was cut at a space belongs to the field before it.
            values[field] = name.Length == 0 ? $"{values[field]} {value}" : value;
            return values;
        }), false);

    private static string Checked(string digits) => digits + CitizenId.CheckCharacterOf(digits);
}
