using System.Text;

namespace EduAid.Domain.Values;

/// <summary>
/// Amounts in the capitals used on bills (金额大写), by the People's Bank's rules for filling in bills and
/// settlement vouchers (正确填写票据和结算凭证的基本规定), 一 and 二.
/// </summary>
public static class ChineseCapitals
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["仟", "佰", "拾", ""];

    /// <summary>Every <paramref name="fen"/> that a long can hold has its one form, such as 壹仟肆佰陆拾捌元伍角整.</summary>
    public static string Of(long fen)
    {
        if (fen == 0)
            return "零元整";

        // As UInt128, because the smallest long has no positive counterpart.
        var magnitude = (UInt128)Int128.Abs(fen);
        var yuan = (ulong)(magnitude / 100);
        var jiao = (int)(magnitude / 10 % 10);
        var cents = (int)(magnitude % 10);

        var text = new StringBuilder(fen < 0 ? "负" : "");
        if (yuan > 0)
        {
            AppendWhole(text, yuan);
            text.Append('元');
        }

        if (jiao > 0)
            text.Append(Digits[jiao]).Append('角');
        else if (cents > 0 && yuan > 0)
            text.Append('零'); // 角位是0而分位不是0时,"元"后应写"零"

        if (cents > 0)
            text.Append(Digits[cents]).Append('分');
        else
            text.Append('整'); // 有"分"的,"分"后面不写"整"
        return text.ToString();
    }

    /// <summary>
    /// 万 and 亿 split the number. Where the rules leave 零 open (the 万 or the 元 place is 0, the next place is not)
    /// it is left out; zeros just after a split are always said.
    /// </summary>
    private static void AppendWhole(StringBuilder text, ulong number)
    {
        if (number >= 100_000_000)
            AppendSplit(text, number, 100_000_000, '亿');
        else if (number >= 10_000)
            AppendSplit(text, number, 10_000, '万');
        else
            AppendFourPlaces(text, (int)number);
    }

    private static void AppendSplit(StringBuilder text, ulong number, ulong unit, char name)
    {
        AppendWhole(text, number / unit);
        text.Append(name);
        var rest = number % unit;
        if (rest == 0)
            return;
        if (rest < unit / 10)
            text.Append('零');
        AppendWhole(text, rest);
    }

    private static void AppendFourPlaces(StringBuilder text, int number)
    {
        var started = false;
        var zeroDue = false;
        for (int place = 0, unit = 1000; place < 4; place++, unit /= 10)
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                zeroDue = started;
                continue;
            }

            if (zeroDue)
                text.Append('零');
            text.Append(Digits[digit]).Append(Places[place]);
            (started, zeroDue) = (true, false);
        }
    }
}
