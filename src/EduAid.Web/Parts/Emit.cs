using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EduAid.Web.Parts;

/// <summary>Turns the part's own tag into the element that goes out; a class given at the place of use stays.</summary>
internal static class Emit
{
    public static void As(TagHelperOutput output, string element, string? css)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var name in (css ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            output.AddClass(name, System.Text.Encodings.Web.HtmlEncoder.Default);
    }
}
