using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Application.Notices;

/// <summary>An objection raised while a roster hung on notice, with its answer.</summary>
public sealed class Objection : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required RosterId Roster { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>The entry that it concerns; null where it concerns the roster as a whole or someone who is not on it.</summary>
    public Guid? Entry { get; init; }

    /// <summary>What was said. Whoever said it need not be named.</summary>
    public required string Text { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? Answer { get; private set; }

    /// <summary>Whether it was found right; null while it is open.</summary>
    public bool? Upheld { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsOpen => Upheld is null;

    /// <summary>Answers it once.</summary>
    /// <returns>False where it had its answer already.</returns>
    public bool Close(bool upheld, string answer, string by, DateTimeOffset at)
    {
        if (!IsOpen) return false;
        (Upheld, Answer, AnsweredBy, AnsweredAt) = (upheld, answer, by, at);
        return true;
    }
}
