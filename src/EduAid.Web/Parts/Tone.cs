namespace EduAid.Web.Parts;

/// <summary>How a thing stands. Each has a shape of its own besides its colour (WCAG 1.4.1).</summary>
public enum Tone
{
    /// <summary>Waiting, not begun: ring.</summary>
    Neutral,

    /// <summary>Done, right: tick.</summary>
    Ok,

    /// <summary>Look at it, goes on all the same: triangle.</summary>
    Warn,

    /// <summary>Wrong, stops: cross.</summary>
    Bad,

    /// <summary>Under way: dot.</summary>
    Go,
}
