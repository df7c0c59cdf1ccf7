using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Forms;

/// <summary>
/// The button that sends a form, once: a second click does nothing until the answer is there.
/// <c>again</c> for a form that answers with a download, after which the page stays.
/// </summary>
[HtmlTargetElement("form-submit")]
public sealed class FormSubmitTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public bool Secondary { get; set; }
    public bool Danger { get; set; }
    public bool Again { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "button", Danger ? "btn btn-danger" : Secondary ? "btn btn-outline-secondary" : "btn btn-primary");
        output.Attributes.SetAttribute("type", "submit");
        if (!Again) output.Attributes.SetAttribute("data-busy", texts["Form.Busy"].Value);
    }
}

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
        var list = El("ul", null);
        foreach (var (key, message) in wrong)
            list.Add(El("li", null, key.Length == 0 ? message : El("a", null, message).With("href", "#" + FieldFrame.IdOf(key))));
        output.Content.SetHtmlContent(El("h2", null, Sign.Of(Tone.Bad), texts["Form.Wrong", wrong.Count].Value));
        output.Content.AppendHtml(list);
    }
}
