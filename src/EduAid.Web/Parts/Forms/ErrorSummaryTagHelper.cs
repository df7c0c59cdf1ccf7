using System.Text.Encodings.Web;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Forms;

/// <summary>All that is wrong with the form, each as a link to its field; takes the focus. Nothing when nothing is wrong.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wrong = ViewContext.ViewData.ModelState
            .SelectMany(f => f.Value!.Errors.Select(e => (f.Key, e.ErrorMessage)))
            .Where(e => e.ErrorMessage.Length > 0)
            .ToList();
        if (wrong.Count == 0) { output.SuppressOutput(); return; }
        Emit.As(output, "div", "notice bad");
        foreach (var (name, value) in new[] { ("role", "alert"), ("tabindex", "-1"), ("autofocus", "autofocus"), ("data-focus", "") })
            output.Attributes.SetAttribute(name, value);
        output.Content.SetHtmlContent(El("h2", null, Sign.Of(Tone.Bad), texts["Form.Wrong", wrong.Count].Value));
        output.Content.AppendHtml(new InFieldOrder(wrong, FieldFrame.Order(ViewContext)));
    }
}

/// <summary>Written when the whole page is known: only then is the order of its fields, which model state does not keep.</summary>
internal sealed class InFieldOrder(IReadOnlyList<(string Key, string Message)> wrong, IReadOnlyList<string> fields) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var list = El("ul", null);
        foreach (var (key, message) in wrong.OrderBy(w => Place(w.Key)))
            list.Add(El("li", null, Place(key) == int.MaxValue ? message : El("a", null, message).With("href", "#" + FieldFrame.IdOf(key))));
        list.WriteTo(writer, encoder);
    }

    private int Place(string key)
    {
        var place = fields.ToList().IndexOf(key);
        return place < 0 ? int.MaxValue : place;
    }
}
