namespace EduAid.Application.Accounts;

/// <summary>
/// A browser in which somebody has signed in. It is open until it is ended, has been idle too long, or the user's security stamp is
/// another than when it began: a changed password, role or lock ends all of them at once.
/// </summary>
public sealed class UserSession
{
    public required Guid Id { get; init; }

    public required Guid User { get; init; }

    /// <summary>The user's security stamp when it began.</summary>
    public required string Stamp { get; init; }

    /// <summary>The assignment in which the user works here.</summary>
    public Guid? Assignment { get; set; }

    /// <summary>A code of the second factor was given.</summary>
    public bool Proved { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last request, to the minute.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What the browser calls itself.</summary>
    public required string Agent { get; init; }

    /// <summary>The address it came from.</summary>
    public required string Origin { get; init; }
}
