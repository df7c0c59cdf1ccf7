using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EduAid.Web.Parts;

/// <summary>Writes elements in few words; text is encoded.</summary>
internal static class Markup
{
    /// <summary>An element; children are strings (encoded), <see cref="IHtmlContent"/> or null.</summary>
    public static TagBuilder El(string name, string? css, params ReadOnlySpan<object?> children)
    {
        var tag = new TagBuilder(name);
        if (!string.IsNullOrEmpty(css)) tag.Attributes["class"] = css;
        if (name is "input" or "hr") tag.TagRenderMode = TagRenderMode.SelfClosing;
        foreach (var child in children) tag.Add(child);
        return tag;
    }

    public static TagBuilder Add(this TagBuilder tag, object? child)
    {
        if (child is IHtmlContent html) tag.InnerHtml.AppendHtml(html);
        else if (child is not null) tag.InnerHtml.Append(child.ToString()!);
        return tag;
    }

    /// <summary>Sets an attribute unless the value is null; an empty value gives the bare attribute.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null) tag.Attributes[attribute] = value;
        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, string attribute, bool there) =>
        there ? tag.With(attribute, attribute) : tag;

    public static TagBuilder Hidden(string name, string value) =>
        El("input", null).With("type", "hidden").With("name", name).With("value", value);

    /// <summary>Lets htmx fetch the link and put back only the element <paramref name="target"/>; without scripts the link works as it is.</summary>
    public static TagBuilder Swapping(this TagBuilder tag, string? target, string href) => target is null ? tag : tag
        .With("hx-get", href).With("hx-target", "#" + target).With("hx-select", "#" + target)
        .With("hx-swap", "outerHTML").With("hx-push-url", "true").With("hx-indicator", "#" + target);
}
