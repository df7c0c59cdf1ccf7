namespace EduAid.Spreadsheets.Synthetic;

/// <summary>Spoils rows as real lists are spoiled, and knows the finding code of each fault.</summary>
internal static class Faults
{
    private const Fault Id = Fault.IdMissing | Fault.IdLength | Fault.IdChecksum | Fault.IdBirthDate
        | Fault.IdNumeric | Fault.IdExponent | Fault.IdZeros;

    private static readonly (Fault Fault, string Code)[] Codes =
    [
        (Fault.IdMissing, "id.missing"),
        (Fault.IdLength, "id.length"),
        (Fault.IdChecksum, "id.checksum"),
        (Fault.IdBirthDate, "id.birth-date"),
        (Fault.IdNumeric, "id.precision-lost"),
        (Fault.IdExponent, "id.precision-lost"),
        (Fault.IdZeros, "id.precision-lost"),
        (Fault.NameMissing, "name.missing"),
        (Fault.SchoolUnknown, "school.unknown"),
        (Fault.GradeUnknown, "grade.unknown"),
        (Fault.StageMismatch, "stage.mismatch"),
        (Fault.BoardingUnknown, "boarding.unknown"),
        (Fault.StatusUnknown, "status.unknown"),
        (Fault.Contradicted, "duplicate.conflicting"),
    ];

    public static IEnumerable<string> CodesOf(Fault fault) =>
        Codes.Where(pair => fault.HasFlag(pair.Fault)).Select(pair => pair.Code);

    /// <summary>Applies faults, copies and contradictions to one school's list and mixes its rows.</summary>
    public static List<ListRow> Spoil(Seeded random, IReadOnlyList<ListRow> rows, SyntheticCountyOptions options)
    {
        var spoiled = new List<ListRow>(rows.Count + 8);
        foreach (var row in rows)
        {
            // Dates of transfer decide between two schools' rows: a refusal in between would only blur the case.
            var fault = row.HoldsByDate is null && random.Chance(options.FaultyRows) ? Draw(random, row, options) : Fault.None;
            spoiled.Add(row with { Fault = fault });
        }

        random.Shuffle(spoiled);
        Repeat(random, spoiled, options);
        return spoiled;
    }

    private static Fault Draw(Seeded random, ListRow row, SyntheticCountyOptions options)
    {
        if (!options.Messy)
            return (Fault)(1 << (random.Weighted(0, 0, 45, 0, 35, 0, 0, 20)));
        var fault = (Fault)(1 << random.Weighted(6, 10, 24, 5, 12, 8, 8, 10, 4, 4, row.School.Kind == "特殊教育学校" ? 0 : 3, row.AsksForBoarding ? 6 : 0, 4));
        if ((fault & Id & ~Fault.IdMissing) != 0 && random.Chance(0.08))
            fault |= random.Chance(0.5) ? Fault.NameMissing : Fault.StatusUnknown;
        return fault;
    }

    private static void Repeat(Seeded random, List<ListRow> rows, SyntheticCountyOptions options)
    {
        for (var at = rows.Count - 1; at >= 0; at--)
        {
            var row = rows[at];
            if (row.Fault != Fault.None || row.IsCopy || row.HoldsByDate is not null)
                continue;
            if (random.Chance(0.006))
            {
                rows.Insert(random.Between(at + 1, rows.Count), row with { IsCopy = true });
            }
            else if (options.Messy && random.Chance(options.FaultyRows / 20))
            {
                rows[at] = row with { Fault = Fault.Contradicted };
                rows.Insert(random.Between(at + 1, rows.Count), Contradiction(random, rows[at]));
            }
        }
    }

    private static ListRow Contradiction(Seeded random, ListRow row) => random.Next(3) switch
    {
        0 => row with { Class = row.Class + 4 },
        1 => row with { Status = row.Status == Status.InSchool ? Status.Suspended : Status.InSchool },
        _ => row with { Grade = row.Grade > 1 ? row.Grade - 1 : 2 },
    };
}
