using CsCheck;
using EduAid.Application.Accounts;

namespace EduAid.Application.Tests.Accounts;

public sealed class OneTimeCodeTests
{
    // "12345678901234567890", the secret of RFC 6238 appendix B, in base 32.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>The table of RFC 6238 appendix B for SHA-1; six digits are the last six of its eight.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        OneTimeCode.At(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)).Should().Be(code);

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_off(int seconds, bool matches)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        OneTimeCode.Match(Secret, OneTimeCode.At(Secret, now.AddSeconds(seconds)), now, 0).HasValue.Should().Be(matches);
    }

    [Fact]
    public void A_code_is_good_once_and_so_is_every_one_before_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var used = OneTimeCode.Match(Secret, OneTimeCode.At(Secret, now), now, 0)!.Value;
        OneTimeCode.Match(Secret, OneTimeCode.At(Secret, now), now, used).Should().BeNull();
        OneTimeCode.Match(Secret, OneTimeCode.At(Secret, now.AddSeconds(-30)), now, used).Should().BeNull();
        OneTimeCode.Match(Secret, OneTimeCode.At(Secret, now.AddSeconds(30)), now, used).Should().Be(used + 1);
    }

    [Theory]
    [InlineData("005924", true)]
    [InlineData("005 924", true)]
    [InlineData(" 005924 ", true)]
    [InlineData("5924", false)]
    [InlineData("0059240", false)]
    [InlineData("", false)]
    [InlineData("００５９２４", false)]
    public void Spaces_are_let_go_and_nothing_else(string typed, bool matches) =>
        OneTimeCode.Match(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(1234567890), 0).HasValue.Should().Be(matches);

    [Fact]
    public void Secrets_have_160_bits_and_go_through_base_32()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => OneTimeCode.NewSecret()).ToList();
        secrets.Should().OnlyHaveUniqueItems().And.OnlyContain(s => s.Length == 32 && s.All("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".Contains));
        secrets.Select(s => OneTimeCode.At(s, 1L)).Distinct().Should().HaveCountGreaterThan(95);
    }

    [Fact]
    public void Checking_what_somebody_typed_never_throws() =>
        Gen.String.Sample(typed => OneTimeCode.Match(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(1234567890), 0) is null || typed.Contains('0'));

    [Fact]
    public void An_authenticator_is_told_who_for_whom_and_how() =>
        OneTimeCode.Address("EduAid", "lin.jia@x", Secret).Should().Be($"otpauth://totp/EduAid:lin.jia%40x?secret={Secret}&issuer=EduAid&digits=6&period=30");
}
