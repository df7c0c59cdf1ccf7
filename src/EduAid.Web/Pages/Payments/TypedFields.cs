using System.Globalization;
using EduAid.Domain.Values;

namespace EduAid.Web.Pages.Payments;

/// <summary>Days and sums as people type them into a form.</summary>
internal static class TypedFields
{
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Yuan, perhaps with 千分位.</summary>
    public static Money? Yuan(string? text) => string.IsNullOrWhiteSpace(text) ? null : Money.Parse(text.Replace(",", "", StringComparison.Ordinal).Trim());
}
