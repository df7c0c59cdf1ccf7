using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Forms;

/// <summary>
/// A field with label, hint and error: <c>&lt;form-field for="Input.Name" label="…" hint="…" /&gt;</c>.
/// A select when it has <c>options</c>, a check box when <c>kind="checkbox"</c>, else an input of that kind or a text area.
/// </summary>
[HtmlTargetElement("form-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormFieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }

    /// <summary>text, password, date, number, email, tel, textarea or checkbox.</summary>
    public string Kind { get; set; } = "text";
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>With <see cref="Options"/>: text of the empty choice; null for none.</summary>
    public string? Prompt { get; set; }
    public bool Required { get; set; }
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }
    public int? Maxlength { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldFrame(ViewContext, For, Label, Hint, Required);
        Emit.As(output, "div", Kind == "checkbox" ? "field field-check" : "field");
        var control = field.Tie(Options is not null ? Select(field) : Input(field))
            .With("autocomplete", Autocomplete).With("inputmode", Inputmode)
            .With("maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        field.Fill(output.Content, control, labelLast: Kind == "checkbox");
    }

    private TagBuilder Input(FieldFrame field) => Kind switch
    {
        "textarea" => El("textarea", "form-control", "\n" + field.Value).With("rows", "3"),
        "checkbox" => El("input", "form-check-input").With("type", "checkbox").With("value", "true")
            .With("checked", string.Equals(field.Value, "true", StringComparison.OrdinalIgnoreCase)),
        // A password is never written back.
        "password" => El("input", "form-control").With("type", "password"),
        _ => El("input", "form-control").With("type", Kind).With("value", field.Value),
    };

    private TagBuilder Select(FieldFrame field)
    {
        var select = El("select", "form-select");
        if (Prompt is not null) select.Add(El("option", null, Prompt).With("value", ""));
        foreach (var option in Options!)
        {
            var value = option.Value ?? option.Text;
            select.Add(El("option", null, option.Text).With("value", value).With("selected", value == field.Value || option.Selected));
        }
        return select;
    }
}
