using System.Text.RegularExpressions;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Imports;

/// <summary>Where a row stood (import, sheet, row), in the language of the request.</summary>
public static partial class RowSource
{
    public static string Text(IStringLocalizer<Texts> texts, int import, string sheet, int row) => texts["Intake.SourceAt", import, sheet, row];

    /// <summary>The same for places within what was stored in Chinese with an entry when it was computed.</summary>
    public static string Retold(IStringLocalizer<Texts> texts, string stored) =>
        Place().Replace(stored, place => texts["Intake.SourceAt", place.Groups["import"].Value, place.Groups["sheet"].Value, place.Groups["row"].Value]);

    [GeneratedRegex("第(?<import>[0-9]+)号导入 (?<sheet>.+?) 第(?<row>[0-9]+)行")]
    private static partial Regex Place();
}
