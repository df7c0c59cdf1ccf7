namespace EduAid.Spreadsheets.Writing;

public enum MarkSeverity { Warning, Error }

/// <summary>
/// What is wrong with a cell of somebody's file. <paramref name="Row"/> counts from 1 as spreadsheet programs do,
/// <paramref name="Column"/> from 0; none means the whole row.
/// </summary>
public sealed record Mark(string Sheet, int Row, int? Column, MarkSeverity Severity, string Message);

/// <summary>All that is said about one cell, or about one row where <see cref="Column"/> is null.</summary>
internal sealed record MarkedPlace(string Sheet, int Row, int? Column, MarkSeverity Severity, string Message)
{
    /// <summary>Marks on one place become one: the worst severity, every message on its own line.</summary>
    public static IReadOnlyList<MarkedPlace> Gather(IEnumerable<Mark> marks) =>
    [
        .. marks.GroupBy(mark => (mark.Sheet, mark.Row, mark.Column))
            .OrderBy(g => g.Key.Row).ThenBy(g => g.Key.Column ?? -1)
            .Select(g => new MarkedPlace(g.Key.Sheet, g.Key.Row, g.Key.Column, g.Max(m => m.Severity),
                string.Join('\n', g.Select(m => m.Message).Distinct()))),
    ];
}
