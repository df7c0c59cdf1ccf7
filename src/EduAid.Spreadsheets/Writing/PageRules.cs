namespace EduAid.Spreadsheets.Writing;

/// <summary>The printed page of every workbook: A4 landscape, one page wide. Margins in inches.</summary>
internal static class PageRules
{
    public const double Side = 0.4;
    public const double Top = 0.5;
    public const double Bottom = 0.6;
    public const double Edge = 0.3;

    /// <summary>In Excel's own codes, &amp;P the page and &amp;N how many.</summary>
    public const string Footer = "第 &P 页 / 共 &N 页";
}
