namespace EduAid.Application.Storage;

/// <summary>A county served by this installation.</summary>
public sealed class County
{
    /// <summary>Six digits by GB/T 2260.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Serialises imports and generations of the county: whoever changes it first goes first.</summary>
    public long Turn { get; set; }
}
