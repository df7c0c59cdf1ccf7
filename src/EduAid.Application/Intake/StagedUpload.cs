using System.Text.Json;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Intake;

/// <summary>Files that somebody has sent and not yet accepted. Accepting reads them again; nothing of them is in the registers before.</summary>
public sealed class StagedUpload : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required ListKind Kind { get; init; }

    public required Semester Semester { get; init; }

    /// <summary>The school on whose behalf it was sent; null for the county's own lists.</summary>
    public SchoolId? School { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Stored file keys with their names, as JSON in the order of sending.</summary>
    public required string Files { get; init; }

    /// <summary>Import numbers reserved for its files, so that a workbook of bad rows can carry one before the list is accepted.</summary>
    public required int FirstNumber { get; init; }

    public required int LastNumber { get; init; }

    public bool HiddenSheets { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>Kept without its files when somebody discards it: a workbook of bad rows may be about that carries its number, which so is never given again.</summary>
    public const string NoFiles = "[]";

    public bool IsDiscarded => Files == NoFiles;

    public IReadOnlyList<StagedFile> SentFiles() => JsonSerializer.Deserialize<List<StagedFile>>(Files)!;

    public static string Of(IReadOnlyList<StagedFile> files) => JsonSerializer.Serialize(files);
}

/// <summary>A file of an upload: key of the kept original and its base name.</summary>
public sealed record StagedFile(Guid Key, string Name);
