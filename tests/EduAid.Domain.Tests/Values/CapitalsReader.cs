namespace EduAid.Domain.Tests.Values;

/// <summary>Reads 金额大写 as a person does, by adding up what stands before each unit; shares nothing with the writer.</summary>
internal static class CapitalsReader
{
    public static Int128 Read(string capitals)
    {
        Int128 total = 0, section = 0, digit = 0;
        foreach (var c in capitals.TrimStart('负'))
        {
            switch (c)
            {
                case '零' or '整': digit = 0; break;
                case '拾': section += digit * 10; digit = 0; break;
                case '佰': section += digit * 100; digit = 0; break;
                case '仟': section += digit * 1000; digit = 0; break;
                // 万 lifts only what has no unit of 万 yet; 亿 lifts all that was said.
                case '万': total += (section + digit) * 10_000; (section, digit) = (0, 0); break;
                case '亿': total = (total + section + digit) * 100_000_000; (section, digit) = (0, 0); break;
                case '元': total = (total + section + digit) * 100; (section, digit) = (0, 0); break;
                case '角': total += digit * 10; digit = 0; break;
                case '分': total += digit; digit = 0; break;
                default: digit = "零壹贰叁肆伍陆柒捌玖".IndexOf(c, StringComparison.Ordinal); break;
            }
        }

        return capitals.StartsWith('负') ? -total : total;
    }
}
