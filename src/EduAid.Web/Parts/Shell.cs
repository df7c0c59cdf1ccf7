namespace EduAid.Web.Parts;

/// <summary>What stands around every page. Without a person only the top bar is shown.</summary>
/// <param name="Jobs">Own jobs that have not ended.</param>
/// <param name="SearchHref">Where the search box sends its <c>q</c>; null hides it.</param>
public sealed record Shell(
    IReadOnlyList<RailGroup> Rail,
    SemesterSwitch? Semesters,
    Person? Person,
    string? SearchHref,
    int Jobs = 0)
{
    /// <summary>A page may put its own shell under this key of its view data.</summary>
    public const string ViewDataKey = "Shell";

    public static Shell Empty { get; } = new([], null, null, null);
}

/// <param name="Title">Null for the first group, which needs none.</param>
public sealed record RailGroup(string? Title, IReadOnlyList<RailItem> Items);

/// <param name="Count">As shown, such as 46 or 171/178.</param>
/// <param name="Urgent">Someone should look at it.</param>
public sealed record RailItem(string Text, string Href, string? Count = null, bool Urgent = false)
{
    /// <summary>Whether <paramref name="path"/> is this item's page or one under it.</summary>
    public bool Holds(PathString path) =>
        Href == "/" ? path == "/" || !path.HasValue : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Sends <c>semester=code</c> to the page that it stands on.</summary>
public sealed record SemesterSwitch(string CurrentCode, IReadOnlyList<SemesterChoice> Choices)
{
    public const string QueryKey = "semester";

    public string CurrentText => Choices.FirstOrDefault(c => c.Code == CurrentCode)?.Text ?? CurrentCode;
}

/// <param name="Code">Such as 2020-spring.</param>
/// <param name="Text">Such as 2020年春季学期.</param>
public sealed record SemesterChoice(string Code, string Text);

/// <param name="Place">Such as the school's name; null for the county.</param>
/// <param name="Links">Own pages such as the password.</param>
public sealed record Person(string Role, string Name, string? Place, string SignOutHref, IReadOnlyList<MenuLink> Links);

public sealed record MenuLink(string Text, string Href);
