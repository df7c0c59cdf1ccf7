using System.Globalization;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Figures;

/// <summary>Tiles of figures in a row; holds <c>tile</c>.</summary>
[HtmlTargetElement("tiles")]
public sealed class TilesTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Emit.As(output, "dl", "tiles");
}

[HtmlTargetElement("tile", ParentTag = "tiles")]
public sealed class TileTagHelper : TagHelper
{
    public required string Label { get; set; }
    public Tone Tone { get; set; }

    /// <summary>Words rather than a number: smaller.</summary>
    public bool Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "div", "tile " + Sign.Css(Tone) + (Words ? " words" : ""));
        output.PreContent.SetHtmlContent(El("dt", null, Tone == Tone.Neutral ? null : Sign.Of(Tone), Label));
        output.PreContent.AppendHtml(new HtmlString("<dd>"));
        output.PostContent.SetHtmlContent("</dd>");
    }
}

/// <summary>A share of a whole as a ring with its percentage; rounded down, so that 100 % means all.</summary>
[HtmlTargetElement("coverage-ring", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CoverageRingTagHelper : TagHelper
{
    public required string Label { get; set; }
    public long Part { get; set; }
    public long Whole { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "span", "ring");
        var percent = Share.Percent(Part, Whole);
        var text = Whole == 0 ? "—" : percent.ToString("0.#", CultureInfo.InvariantCulture) + "%";
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", $"{Label} {text}");
        // A circumference of 100 makes the dash the percentage.
        output.Content.SetHtmlContent(string.Create(CultureInfo.InvariantCulture, $"""
            <svg viewBox="0 0 36 36" width="96" height="96" aria-hidden="true" focusable="false"><circle class="ring-rest" cx="18" cy="18" r="15.9155" fill="none" stroke-width="3"/><circle class="ring-part" cx="18" cy="18" r="15.9155" fill="none" stroke-width="3" stroke-dasharray="{percent:0.#} 100" transform="rotate(-90 18 18)"/><text x="18" y="20.6" font-size="7.5" text-anchor="middle">{text}</text></svg>
            """));
    }
}

/// <param name="Href">Null for a row that leads nowhere.</param>
public sealed record BarRow(string Text, long Value, string? Href = null);

/// <summary>Counts by place as bars, the longest full width.</summary>
[HtmlTargetElement("bar-rows", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarRowsTagHelper : TagHelper
{
    public required IReadOnlyList<BarRow> Rows { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "ul", "bars");
        var most = Math.Max(1, Rows.Select(r => r.Value).DefaultIfEmpty().Max());
        foreach (var row in Rows)
        {
            output.Content.AppendHtml(El("li", null,
                El(row.Href is null ? "span" : "a", "bars-name", row.Text).With("href", row.Href),
                Share.Bar("bars-bar", Share.Percent(row.Value, most)),
                El("span", "num", row.Value.ToString("N0", CultureInfo.InvariantCulture))));
        }
    }
}

/// <summary>
/// How far long work has come, with the count; without a total a bar that only says that something goes on. With <c>poll-href</c> the element asks there again until it is done;
/// that page answers with this part alone. Without scripts a link asks anew.
/// </summary>
[HtmlTargetElement("job-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class JobProgressTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public required string Id { get; set; }
    public required string Label { get; set; }
    public long Done { get; set; }

    /// <summary>0 where it is not known.</summary>
    public long Total { get; set; }
    public string? PollHref { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "div", "job");
        output.Attributes.SetAttribute("id", Id);
        var (running, percent) = (!string.IsNullOrEmpty(PollHref), (int)Share.Percent(Done, Total));
        // What is read out: not each count, but each quarter.
        output.Attributes.SetAttribute("data-said", Total > 0 ? $"{Label} {percent / 25 * 25}%" : Label);
        if (running)
        {
            output.Attributes.SetAttribute("hx-get", PollHref);
            output.Attributes.SetAttribute("hx-trigger", "every 2s");
            output.Attributes.SetAttribute("hx-swap", "outerHTML");
        }
        output.Content.SetHtmlContent(El("div", "job-line",
            El("label", null, Label).With("for", Id + "-bar"),
            Total > 0 ? El("span", "num", texts["Progress.Count", Done, Total, percent].Value) : Done > 0 ? El("span", "num", texts["Progress.SoFar", Done].Value) : null));
        var bar = El("progress", null).With("id", Id + "-bar").With("max", Math.Max(1, Total).ToString(CultureInfo.InvariantCulture));
        output.Content.AppendHtml(Total > 0 ? bar.With("value", Done.ToString(CultureInfo.InvariantCulture)) : bar);
        if (running) output.Content.AppendHtml(El("a", "no-js", texts["Progress.Refresh"].Value).With("href", ""));
    }
}
