using EduAid.Application.Storage;

namespace EduAid.Application.Audit;

/// <summary>One link of a county's audit chain.</summary>
public sealed class AuditEvent : ICountyRow
{
    public required string County { get; init; }

    /// <summary>From 1 without gaps, by county.</summary>
    public required long Number { get; init; }

    /// <summary>Chains of one county before and after a restore differ in their epoch.</summary>
    public required int Epoch { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Account name, or the operating system's account with <c>cli</c>.</summary>
    public required string Actor { get; init; }

    public required string Role { get; init; }

    /// <summary>Network address or <c>cli</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>Stable code, <c>subject.verb</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it concerns: kind and key, never a protected value.</summary>
    public required string Subject { get; init; }

    /// <summary>SHA-256 of the details, which lie apart so that they can lawfully be erased.</summary>
    public required byte[] DetailHash { get; init; }

    /// <summary>
    /// Seals the subject's rows (<see cref="EntryDigest"/>): 32 bytes, none where they are released, null where the event says nothing of them.
    /// Not a part of the details, so that it outlives their erasure.
    /// </summary>
    public byte[]? Digest { get; init; }

    public required byte[] Mac { get; init; }
}

/// <summary>The details of an event as JSON, protected fields masked.</summary>
public sealed class AuditDetail : ICountyRow
{
    public required string County { get; init; }

    public required long Number { get; init; }

    /// <summary>Null once erased at the end of its retention.</summary>
    public string? Json { get; set; }
}

/// <summary>The end of a county's chain, locked last in each transaction.</summary>
public sealed class AuditHead : ICountyRow
{
    public required string County { get; init; }

    public long Number { get; set; }

    public int Epoch { get; set; }

    public required byte[] Mac { get; set; }
}
