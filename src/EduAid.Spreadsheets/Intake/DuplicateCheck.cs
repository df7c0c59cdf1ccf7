using EduAid.Domain.Findings;

namespace EduAid.Spreadsheets.Intake;

/// <summary>What became of a row after all rows of its list have been compared.</summary>
public enum RowOutcome
{
    Accepted = 1,
    Rejected,

    /// <summary>Says the same as an earlier row; counted once.</summary>
    Duplicate,
}

/// <summary>A row with its outcome and every problem it has.</summary>
public sealed record CheckedRow<T>(ReadRow<T> Row, RowOutcome Outcome, IReadOnlyList<Problem> Problems)
    where T : class;

/// <summary>
/// Compares all rows of a list, which may come from several files of one command: equal rows count once,
/// the same ID with differing rows refuses every row with that ID.
/// </summary>
public static class DuplicateCheck
{
    /// <summary>The rows of each file in order, with their outcomes.</summary>
    public static IReadOnlyList<IReadOnlyList<CheckedRow<T>>> Check<T>(IReadOnlyList<ReadList<T>> files)
        where T : class
    {
        var first = new Dictionary<string, (UInt128, UInt128)>(StringComparer.Ordinal);
        var conflicting = new HashSet<string>(StringComparer.Ordinal);
        var keyless = new HashSet<(string Key, UInt128 Content, UInt128 Unstored)>();
        var again = new HashSet<ReadRow<T>>(ReferenceEqualityComparer.Instance);
        foreach (var row in files.SelectMany(f => f.Rows))
        {
            if (IsNoKey(row.Key))
            {
                if (!keyless.Add((row.Key, row.Content, row.Unstored))) again.Add(row);
            }
            else if (!first.TryAdd(row.Key, (row.Content, row.Unstored)))
            {
                if (first[row.Key] == (row.Content, row.Unstored)) again.Add(row);
                else conflicting.Add(row.Key);
            }
        }
        return [.. files.Select(f => (IReadOnlyList<CheckedRow<T>>)[.. f.Rows.Select(row => Judge(f, row))])];

        CheckedRow<T> Judge(ReadList<T> file, ReadRow<T> row)
        {
            if (again.Contains(row) && !conflicting.Contains(row.Key))
                return new(row, RowOutcome.Duplicate, [At(file, row, FindingCodes.DuplicateInFile, Severity.Warning)]);
            if (!conflicting.Contains(row.Key)) return new(row, row.Value is null ? RowOutcome.Rejected : RowOutcome.Accepted, row.Problems);
            return new(row, RowOutcome.Rejected, [.. row.Problems, At(file, row, FindingCodes.DuplicateConflicting, Severity.Error)]);
        }
    }

    // A blank ID is no key: two children without one are two problems.
    private static bool IsNoKey(string key) => key.Length == 0 || key.EndsWith('|');

    private static Problem At<T>(ReadList<T> file, ReadRow<T> row, string code, Severity severity)
        where T : class
    {
        var header = file.Headers.First(h => h.Sheet == row.Sheet).Header;
        var column = header[Field.CitizenId] ?? header[Field.SchoolCode] ?? header[Field.Specialty];
        return new(row.Sheet, row.Number, column?.Heading, code, severity, "", column?.Index);
    }
}
