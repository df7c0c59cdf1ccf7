namespace EduAid.Domain.Values;

/// <summary>Makes keys: GUIDs of version 7, which sort by the time they were made.</summary>
public static class Keys
{
    public static Guid New(DateTimeOffset at) => Guid.CreateVersion7(at);
}

public readonly record struct SchoolId(Guid Value);

public readonly record struct PersonId(Guid Value);

public readonly record struct RosterId(Guid Value);
