using EduAid.Application.Storage;
using EduAid.Domain.Registrations;
using EduAid.Domain.Values;

namespace EduAid.Application.Registrations;

/// <summary>One registered list (建档立卡名单), valid from a semester on for the townships that occur in it.</summary>
public sealed class RegisteredList : ICountyRow
{
    public required string County { get; init; }

    /// <summary>The import that brought it.</summary>
    public required int Import { get; init; }

    public required Semester From { get; init; }

    public bool Undone { get; set; }

    public required int Rows { get; init; }
}

/// <summary>A person on one registered list, with the semesters for which this row is the valid one.</summary>
public sealed class Registration : ICountyRow
{
    public required string County { get; init; }

    /// <summary>Import of the list.</summary>
    public required int List { get; init; }

    /// <summary>Position in the list, from 1.</summary>
    public required int Line { get; init; }

    public required PersonId Person { get; init; }

    public required string Name { get; init; }

    public required string HouseholdNumber { get; init; }

    public required string Head { get; init; }

    public required string Relation { get; init; }

    public required string Category { get; init; }

    public int? ExitedYear { get; init; }

    public required string Township { get; init; }

    public required string Village { get; init; }

    /// <summary>Kind and level of disability, where the ID column carried a disabled person's number.</summary>
    public string? Disability { get; init; }

    /// <summary>Digest of the row's meaning, to tell whether a later list says the same.</summary>
    public required byte[] Content { get; init; }

    public required string Sheet { get; init; }

    public required int Row { get; init; }

    /// <summary>First semester for which this row holds.</summary>
    public Semester ValidFrom { get; set; }

    /// <summary>First semester for which it no longer holds; <see cref="int.MaxValue"/> while open.</summary>
    public int ValidUntil { get; set; } = int.MaxValue;

    public RegistrationFacts Facts() => Facts(Name, Category, HouseholdNumber, ExitedYear, List, Sheet, Row);

    /// <summary>The facts of a row of which only these columns have been read.</summary>
    public static RegistrationFacts Facts(string name, string category, string household, int? exitedYear, int list, string sheet, int row) =>
        new(name, category, household, exitedYear, $"第{list}号导入 {sheet} 第{row}行");
}
