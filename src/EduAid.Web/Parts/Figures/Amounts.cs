using System.Globalization;

namespace EduAid.Web.Parts.Figures;

/// <summary>Fen as yuan on the screen, the same in every language.</summary>
public static class Amounts
{
    /// <summary>123450 fen is "1,234.50"; a negative amount has a minus sign, not a hyphen.</summary>
    public static string Yuan(long fen)
    {
        var yuan = Math.Abs(fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
        return fen < 0 ? "−" + yuan : yuan;
    }
}
