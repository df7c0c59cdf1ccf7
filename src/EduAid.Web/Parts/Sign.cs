using Microsoft.AspNetCore.Html;

namespace EduAid.Web.Parts;

/// <summary>The shapes beside coloured words, drawn, because fonts differ in theirs.</summary>
public static class Sign
{
    public static IHtmlContent Of(Tone tone) => new HtmlString(
        $"""<svg class="sign" viewBox="0 0 12 12" aria-hidden="true" focusable="false">{Shape(tone)}</svg>""");

    public static string Css(Tone tone) => tone switch
    {
        Tone.Ok => "ok",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Go => "go",
        _ => "plain",
    };

    private static string Shape(Tone tone) => tone switch
    {
        Tone.Ok => """<path d="M2 6.5 4.8 9.3 10 3.2" fill="none" stroke="currentColor" stroke-width="2"/>""",
        Tone.Warn => """<path d="M6 1.2 11.4 10.8H.6Z" fill="currentColor"/>""",
        Tone.Bad => """<path d="M2.5 2.5l7 7m0-7-7 7" fill="none" stroke="currentColor" stroke-width="2"/>""",
        Tone.Go => """<circle cx="6" cy="6" r="4.6" fill="currentColor"/>""",
        _ => """<circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.5"/>""",
    };
}
