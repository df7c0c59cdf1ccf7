using System.Reflection;
using System.Text.RegularExpressions;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Razor.Hosting;

namespace EduAid.Browser.Tests;

/// <summary>The pages that the application was built with, read from its assembly: a page that nobody thought of is in it.</summary>
internal static partial class PageTable
{
    private const string Folder = "/Pages", Extension = ".cshtml", Page = "mvc.1.0.razor-page";

    /// <summary>Routes such as /Lists/Details/{id:guid}, in alphabetical order.</summary>
    public static IReadOnlyList<string> Routes { get; } =
    [
        .. new RazorCompiledItemLoader().LoadItems(typeof(Texts).Assembly).Where(item => item.Kind == Page).Select(RouteOf).Order(StringComparer.Ordinal),
    ];

    private static readonly List<(string Route, Regex Pattern)> Patterns = [.. Routes.Select(route => (route, PatternOf(route)))];

    /// <summary>The route of an address; null where it is no page's.</summary>
    public static string? Of(string path) =>
        Patterns.Where(p => p.Pattern.IsMatch(path)).Select(p => p.Route).MinBy(route => route.Count(c => c == '{'));

    private static string RouteOf(RazorCompiledItem item)
    {
        var name = item.Identifier[Folder.Length..^Extension.Length];
        var template = item.Metadata.OfType<RazorCompiledItemMetadataAttribute>().FirstOrDefault(m => m.Key == "RouteTemplate")?.Value ?? "";
        if (template.StartsWith('/')) return template;
        if (name.EndsWith("/Index", StringComparison.Ordinal)) name = name[..^"/Index".Length];
        return "/" + $"{name}/{template}".Trim('/');
    }

    private static Regex PatternOf(string route)
    {
        var segments = route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => Value().Match(segment) switch
        {
            { Success: false } => "/" + Regex.Escape(segment),
            var value => (Kind: value.Groups["kind"].Value, Optional: value.Groups["optional"].Success) switch
            {
                ("guid", var optional) => Part("[0-9a-f-]{36}", optional),
                ("int", var optional) => Part("[0-9]+", optional),
                (_, var optional) => Part("[^/]+", optional),
            },
        });
        return new("^" + string.Concat(segments) + "/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

        static string Part(string pattern, bool optional) => optional ? $"(/{pattern})?" : "/" + pattern;
    }

    [GeneratedRegex(@"^\{\w+(:(?<kind>\w+))?(?<optional>\?)?\}$")]
    private static partial Regex Value();
}
