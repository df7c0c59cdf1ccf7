using EduAid.Application.Storage;

namespace EduAid.Application.Settings;

/// <summary>One value of a setting, in force from a day on until a newer one. Values are added, never overwritten.</summary>
public sealed class Setting : ICountyRow
{
    public required string County { get; init; }

    /// <summary>Stable name, such as <c>notice.working-days</c>.</summary>
    public required string Name { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>From 1; the later of two values from one day holds.</summary>
    public required int Revision { get; init; }

    public required string Value { get; init; }

    /// <summary>Why, or the document that asks for it.</summary>
    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
