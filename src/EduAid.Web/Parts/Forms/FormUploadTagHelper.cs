using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Forms;

/// <summary>
/// Files, chosen or dropped. The file box itself is the drop zone, so both work without scripts;
/// with them the names and sizes are listed below. The form needs <c>enctype="multipart/form-data"</c>.
/// </summary>
[HtmlTargetElement("form-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormUploadTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }

    /// <summary>Such as ".xls,.xlsx,.csv"; a help in choosing, no check.</summary>
    public string? Accept { get; set; }
    public bool Multiple { get; set; }
    public bool Required { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldFrame(ViewContext, For, Label, Hint, Required);
        Emit.As(output, "div", "field");
        var input = field.Tie(El("input", "drop-input")).With("type", "file").With("accept", Accept).With("multiple", Multiple);
        field.Fill(output.Content, El("div", "drop",
            El("p", "drop-call", El("strong", null, texts["Upload.Choose"].Value), texts["Upload.OrDrop"].Value).With("aria-hidden", "true"),
            input,
            El("ul", "drop-files").With("aria-live", "polite"))
            .With("data-drop", ""));
    }
}
