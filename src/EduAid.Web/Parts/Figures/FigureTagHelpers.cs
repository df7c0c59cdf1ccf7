using System.Globalization;
using EduAid.Application.Reveals;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Figures;

/// <summary>An amount of money: <c>&lt;money fen="123450" /&gt;</c>.</summary>
[HtmlTargetElement("money", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MoneyTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>Null prints a dash: no amount, which is not nought.</summary>
    public long? Fen { get; set; }

    /// <summary>Writes 元 behind it, in the language of the request.</summary>
    public bool Unit { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "span", "money");
        output.Content.SetContent(Fen is { } fen ? Amounts.Yuan(fen) + (Unit ? " " + texts["Home.Path.AmountUnit"] : "") : "—");
    }
}

/// <summary>
/// A citizen ID or a card of which only the ends are seen: <c>&lt;masked id="…" /&gt;</c>, <c>&lt;masked card="…" /&gt;</c>.
/// With <c>reveal</c> and <c>place</c> it leads whoever may see it in full to where they say what for.
/// </summary>
[HtmlTargetElement("masked", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MaskedTagHelper(Visitor visitor, IStringLocalizer<Texts> texts) : TagHelper
{
    public string? Id { get; set; }
    public string? Card { get; set; }
    public string? Phone { get; set; }

    /// <summary>What it is; none where it leads nowhere.</summary>
    public RevealKind Reveal { get; set; }

    /// <summary>Key of the value (<see cref="RevealTarget.Place"/>).</summary>
    public string? Place { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "span", "mask");
        output.Attributes.SetAttribute("translate", "no");
        var text = Card is not null ? Masks.Card(Card) : Phone is not null ? Masks.Phone(Phone) : Masks.CitizenId(Id);
        if (text.Length == 0 || Reveal == default || Place is null || !visitor.May(Right.Reveal) || !RevealRights.May(visitor.Role, Reveal))
            output.Content.SetContent(text.Length == 0 ? "—" : text);
        else
            output.Content.SetHtmlContent(El("a", null, text, El("span", "visually-hidden", texts["Reveal.Link"].Value)).With("href", $"/Reveal/{Reveal}/{Place}").With("title", texts["Reveal.Link"]));
    }
}

/// <summary>A civil day: <c>&lt;day value="@date" /&gt;</c>, with <c>brief</c> without the year.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTagHelper : TagHelper
{
    public DateOnly? Value { get; set; }
    public bool Brief { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, Value is null ? "span" : "time", null);
        if (Value is not { } day) { output.Content.SetContent("—"); return; }
        output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(Brief ? Days.Brief(day) : Days.Text(day));
    }
}

/// <summary>How a thing stands: <c>&lt;state-badge tone="Ok"&gt;已归档&lt;/state-badge&gt;</c>.</summary>
[HtmlTargetElement("state-badge")]
public sealed class StateBadgeTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "span", "badge-x " + Sign.Css(Tone));
        output.PreContent.SetHtmlContent(Sign.Of(Tone));
    }
}

/// <summary>A cell with what is wrong or doubtful in it written under its value.</summary>
[HtmlTargetElement("cell-fault")]
public sealed class CellFaultTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Bad;
    public string Message { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "td", "fault " + Sign.Css(Tone));
        output.PostContent.SetHtmlContent(El("span", "fault-why", Sign.Of(Tone), Message));
    }
}
