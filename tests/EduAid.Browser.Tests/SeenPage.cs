namespace EduAid.Browser.Tests;

/// <summary>What can be wrong with a page that is looked at.</summary>
public enum Aspect
{
    /// <summary>Another status than the page should have.</summary>
    Status,

    /// <summary>No title of its own, no heading or several, or the wrong language in its root.</summary>
    Heading,

    /// <summary>A violation of WCAG 2.2 AA that axe finds, at both sizes.</summary>
    Axe,

    /// <summary>Scripts' errors, blocked content, files that did not come, questions to another host.</summary>
    Console,

    /// <summary>Chinese in an English page that is neither data nor marked as Chinese.</summary>
    Chinese,

    /// <summary>Wider than a phone of 400 pixels.</summary>
    Sideways,

    /// <summary>The main action cannot be seen at 1366×768 without scrolling.</summary>
    MainAction,
}

public sealed record Fault(Aspect Aspect, string What);

/// <summary>One page as one person saw it.</summary>
/// <param name="User">Empty for somebody who has not signed in.</param>
/// <param name="State">The address without what tells one child or school from another, and what was done to bring the page into this state.</param>
/// <param name="Route">Of the application's own table; null where the address is no page's.</param>
public sealed record SeenPage(string User, string Language, string State, string? Route, int Status, IReadOnlyList<Fault> Faults)
{
    public override string ToString() => $"{(User.Length == 0 ? "nobody" : User)} {Language} {State}";
}
