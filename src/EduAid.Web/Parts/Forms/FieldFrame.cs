using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Forms;

/// <summary>What every field has in common: its name and id, the value last typed, and label, hint and error tied to the control.</summary>
internal sealed class FieldFrame
{
    private readonly string label;
    private readonly string? hint;
    private readonly string? error;
    private readonly bool required;

    public FieldFrame(ViewContext view, ModelExpression expression, string label, string? hint, bool required)
    {
        (this.label, this.hint, this.required) = (label, hint, required);
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = IdOf(Name);
        view.ViewData.ModelState.TryGetValue(Name, out var entry);
        Order(view).Add(Name);
        error = entry?.Errors.Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0);
        Value = entry?.AttemptedValue ?? Text(expression.Model);
    }

    public string Name { get; }
    public string Id { get; }
    public string? Value { get; }

    /// <summary>Names of the fields rendered so far on this page, in their order.</summary>
    public static List<string> Order(ViewContext view)
    {
        var items = view.HttpContext.Items;
        if (items[typeof(FieldFrame)] is not List<string> order) items[typeof(FieldFrame)] = order = [];
        return order;
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public TagBuilder Tie(TagBuilder control)
    {
        string?[] about = [hint is null ? null : Id + "-hint", error is null ? null : Id + "-error"];
        var described = string.Join(' ', about.Where(a => a is not null));
        if (error is not null) control.AddCssClass("is-invalid");
        return control.With("id", Id).With("name", Name).With("required", required)
            .With("aria-describedby", described.Length == 0 ? null : described)
            .With("aria-invalid", error is null ? null : "true");
    }

    public void Fill(IHtmlContentBuilder into, IHtmlContent control, bool labelLast = false)
    {
        var caption = El("label", labelLast ? "form-check-label" : "form-label", label,
            required ? El("span", "must", "*").With("aria-hidden", "true") : null).With("for", Id);
        var below = hint is null ? null : El("p", "hint", hint).With("id", Id + "-hint");
        var wrong = error is null ? null : El("p", "error", Sign.Of(Tone.Bad), error).With("id", Id + "-error");
        object?[] order = labelLast ? [control, caption, below, wrong] : [caption, below, wrong, control];
        foreach (var piece in order.OfType<IHtmlContent>()) into.AppendHtml(piece);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
