using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Figures;

/// <summary>One column of a chart.</summary>
/// <param name="Values">One a series, 0 or more, the lowest first.</param>
/// <param name="Total">As it is written above the column.</param>
public sealed record ChartColumn(string Text, IReadOnlyList<long> Values, string Total);

/// <summary>
/// Stacked columns, drawn by the server: prints, needs no script and no style of its own. The same figures always stand in a table beside it,
/// so that it is one picture with a name to whoever does not see it.
/// </summary>
[HtmlTargetElement("column-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ColumnChartTagHelper : TagHelper
{
    private const int Step = 150, Bar = 72, Height = 180, Top = 24, Bottom = 26;

    public required string Label { get; set; }
    public required IReadOnlyList<string> Series { get; set; }
    public required IReadOnlyList<ChartColumn> Columns { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "figure", "chart");
        var most = Math.Max(1, Columns.Select(c => c.Values.Sum()).DefaultIfEmpty().Max());
        var (text, width) = (HtmlEncoder.Default, Math.Max(1, Columns.Count) * Step);
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"""<svg viewBox="0 0 {width} {Top + Height + Bottom}" role="img" aria-label="{text.Encode(Label)}" focusable="false">"""));
        foreach (var (column, at) in Columns.Select((c, i) => (c, i * Step)))
        {
            decimal foot = Top + Height;
            foreach (var (value, series) in column.Values.Select((v, i) => (v, i)))
            {
                var tall = Math.Round((decimal)value * Height / most, 1);
                foot -= tall;
                svg.Append(CultureInfo.InvariantCulture, $"""<rect class="chart-{series + 1}" x="{at + ((Step - Bar) / 2)}" y="{foot:0.#}" width="{Bar}" height="{tall:0.#}"/>""");
            }
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{at + (Step / 2)}" y="{foot - 7:0.#}" text-anchor="middle">{text.Encode(column.Total)}</text>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="chart-name" x="{at + (Step / 2)}" y="{Top + Height + 18}" text-anchor="middle">{text.Encode(column.Text)}</text>""");
        }
        output.Content.SetHtmlContent(new HtmlString(svg.Append(CultureInfo.InvariantCulture, $"""<path class="chart-foot" d="M0 {Top + Height}H{width}"/></svg>""").ToString()));
        var legend = El("figcaption", "chart-legend");
        foreach (var (name, series) in Series.Select((n, i) => (n, i))) legend.Add(El("span", $"chart-key-{series + 1}", name));
        output.Content.AppendHtml(legend);
    }
}
