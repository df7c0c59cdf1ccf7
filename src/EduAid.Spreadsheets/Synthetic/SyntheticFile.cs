namespace EduAid.Spreadsheets.Synthetic;

/// <summary>Which import a file belongs to, in the order in which they are taken in.</summary>
public enum SyntheticFileKind
{
    Schools,
    Specialties,
    Poverty,
    Enrolments,
    Admissions,
}

/// <summary>One file of the county.</summary>
/// <param name="Name">Relative, with forward slashes: <c>lists/007.xlsx</c>, under a folder per semester if there are several.</param>
/// <param name="Kind">The import that reads it.</param>
/// <param name="Semester">The semester to import it for; null for registries that belong to none.</param>
/// <param name="Content">The bytes.</param>
public sealed record SyntheticFile(string Name, SyntheticFileKind Kind, string? Semester, ReadOnlyMemory<byte> Content);
