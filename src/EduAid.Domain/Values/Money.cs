using System.Globalization;

namespace EduAid.Domain.Values;

/// <summary>An amount of yuan, held as whole fen. Arithmetic is checked: it throws instead of wrapping.</summary>
public readonly record struct Money : IComparable<Money>
{
    private Money(long fen) => Fen = fen;

    /// <summary>The amount in fen; may be negative in differences and recoveries.</summary>
    public long Fen { get; }

    public static Money Zero => default;

    public static Money FromFen(long fen) => new(fen);

    public static Money FromYuan(long yuan) => new(checked(yuan * 100));

    /// <summary>Reads a yuan amount as people write it: 1500, 1,500.00, ¥312.50, 850元. Null where it is no amount or has parts of a fen.</summary>
    public static Money? Parse(string text)
    {
        var written = Text.Fold(text).TrimStart('¥', '￥').TrimEnd('元');
        var groups = written.Split('.')[0].TrimStart('+', '-').Split(',');
        // 1,50 is somebody's decimal comma, not 150.
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(g => g.Length != 3))) return null;
        var plain = written.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan))
            return null;
        if (Math.Abs(yuan) > 1_000_000_000_000m || decimal.Truncate(yuan * 100) != yuan * 100) return null;
        return new((long)(yuan * 100));
    }

    /// <summary>The amount divided into equal parts; null where a part of a fen would be left, which a policy value may not do.</summary>
    public Money? DivideExactly(int parts) => Fen % parts == 0 ? new(Fen / parts) : null;

    /// <summary>A percentage of the amount; null where a part of a fen would be left.</summary>
    public Money? PercentExactly(int percent) => checked(Fen * percent) % 100 == 0 ? new(checked(Fen * percent) / 100) : null;

    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    public static Money operator -(Money a) => new(checked(-a.Fen));

    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    public static Money Add(Money a, Money b) => a + b;

    public static Money Subtract(Money a, Money b) => a - b;

    public static Money Negate(Money a) => -a;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>Yuan with two decimals and thousands separators: 1,312.50.</summary>
    public override string ToString() => (Fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
