using EduAid.Web.Resources;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

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
