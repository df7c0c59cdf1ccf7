using System.Text.RegularExpressions;
using AngleSharp.Dom;
using EduAid.Domain.Values;

namespace EduAid.Web.Tests.Rosters;

/// <summary>Reads pages as people do: cells, totals, amounts.</summary>
internal static partial class Page
{
    public static IReadOnlyList<IReadOnlyList<string>> Rows(this IParentNode page, string list) =>
        [.. page.QuerySelectorAll($"#{list} tbody tr").Select(r => (IReadOnlyList<string>)[.. r.QuerySelectorAll("td").Select(Text)])];

    public static IReadOnlyList<string> Foot(this IParentNode page, string list) => [.. page.QuerySelectorAll($"#{list} tfoot td").Select(Text)];

    public static string Text(this IElement element) => Blanks().Replace(element.TextContent, " ").Trim();

    /// <summary>1,234.50, perhaps with 元 or with a minus sign.</summary>
    public static long Fen(string yuan) => Money.Parse(yuan.Replace('−', '-').Replace(" ", "", StringComparison.Ordinal))!.Value.Fen;

    public static int Count(string text) => int.Parse(text.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
