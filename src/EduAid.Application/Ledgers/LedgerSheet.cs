using System.Globalization;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Application.Ledgers;

/// <summary>What is wrong with a cell, a row or a file of a ledger's workbook.</summary>
public enum SheetProblem
{
    /// <summary>Not a spreadsheet, or one that cannot be opened.</summary>
    Unreadable = 1,

    /// <summary>No sheet has the needed columns; the column is the first that lacks.</summary>
    HeaderMissing,
    Blank,
    NotADay,
    NotAnAmount,
    NotANumber,
    IdInvalid,

    /// <summary>No such school, township, state or kind.</summary>
    Unknown,
    TooLong,

    /// <summary>The same thing stands in an earlier row.</summary>
    Twice,

    /// <summary>More rows than are taken in at once.</summary>
    TooMany,

    /// <summary>The ledger refuses the row; what was found is why, in words.</summary>
    Refused,
}

/// <param name="Row">As the spreadsheet program numbers it; 0 for the file.</param>
/// <param name="Heading">The column; empty for a row or the file.</param>
/// <param name="Found">What stands there; of a citizen ID only its ends.</param>
public sealed record SheetFinding(int Row, string Heading, SheetProblem Problem, string Found);

/// <summary>What was read, and what could not be; a row with a finding is not among the rows.</summary>
public sealed record LedgerReading<T>(IReadOnlyList<T> Rows, IReadOnlyList<SheetFinding> Findings);

/// <summary>A ledger's workbook read row by row: the header among its first rows, headings by equality, in any order; what cannot be read is a finding.</summary>
public static class LedgerSheet
{
    /// <summary>Rows that are taken in at once.</summary>
    public const int MostRows = 5000;

    /// <param name="headings">Every column that is known, the needed ones among them.</param>
    public static LedgerReading<T> Read<T>(Stream content, string fileName, IReadOnlyList<string> headings, IReadOnlyList<string> needed, Func<LedgerRow, T> take)
    {
        var lacking = needed[0];
        return SentWorkbook.Read(
            content, fileName,
            sheet =>
            {
                var (header, lacks) = Header(sheet, headings, needed);
                lacking = lacks ?? lacking;
                return header is { } found ? ReadRows(sheet, found, take) : null;
            },
            message => new LedgerReading<T>([], [new(0, "", SheetProblem.Unreadable, message)]),
            () => new([], [new(0, lacking, SheetProblem.HeaderMissing, "")]));
    }

    // The row of the header, and where each known column stands; else the needed column that lacks in the likeliest row.
    private static ((int Row, Dictionary<string, int> Columns)? Header, string? Lacks) Header(Sheet sheet, IReadOnlyList<string> headings, IReadOnlyList<string> needed)
    {
        var (best, lacks) = (0, (string?)null);
        foreach (var row in sheet.Rows().TakeWhile(r => r.Number <= SentWorkbook.HeaderWithin))
        {
            var columns = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var c = 0; c < row.Count; c++)
                if (headings.FirstOrDefault(h => Text.Fold(h) == Text.Fold(row[c].Text)) is { } heading) columns.TryAdd(heading, c);
            if (columns.Count <= best) continue;
            if (needed.FirstOrDefault(n => !columns.ContainsKey(n)) is not { } lacking) return ((row.Number, columns), null);
            (best, lacks) = (columns.Count, lacking);
        }
        return (null, lacks);
    }

    private static LedgerReading<T> ReadRows<T>(Sheet sheet, (int Row, Dictionary<string, int> Columns) header, Func<LedgerRow, T> take)
    {
        var (rows, findings) = (new List<T>(), new List<SheetFinding>());
        foreach (var row in sheet.Rows().SkipWhile(r => r.Number <= header.Row))
        {
            var line = new LedgerRow(row, header.Columns);
            if (line.IsBlank || line.IsTotal) continue;
            if (rows.Count + findings.Count >= MostRows)
            {
                findings.Add(new(row.Number, "", SheetProblem.TooMany, MostRows.ToString(CultureInfo.InvariantCulture)));
                break;
            }
            var read = take(line);
            if (line.Findings.Count == 0) rows.Add(read);
            findings.AddRange(line.Findings);
        }
        return new(rows, findings);
    }
}

/// <summary>One row, its cells by heading. What cannot be read is noted, and something harmless given back.</summary>
public sealed class LedgerRow(SheetRow row, IReadOnlyDictionary<string, int> columns)
{
    private static readonly string[] Totals = ["合计", "总计", "小计"];

    public int Number { get; } = row.Number;

    public List<SheetFinding> Findings { get; } = [];

    internal bool IsBlank => columns.Values.All(c => row[c].IsEmpty || string.IsNullOrWhiteSpace(row[c].Text));

    internal bool IsTotal => Enumerable.Range(0, Math.Min(3, row.Count)).Any(c => Totals.Contains(Domain.Values.Text.Fold(row[c].Text)));

    public bool Has(string heading) => columns.ContainsKey(heading);

    public string Optional(string heading, int longest)
    {
        var text = columns.TryGetValue(heading, out var column) ? row[column].Text.Trim().TrimStart('\'') : "";
        if (text.Length > longest) Wrong(heading, SheetProblem.TooLong, text[..20] + "…");
        return text.Length > longest ? "" : text;
    }

    public string Text(string heading, int longest)
    {
        var text = Optional(heading, longest);
        if (text.Length == 0 && !Findings.Exists(f => f.Heading == heading)) Wrong(heading, SheetProblem.Blank, "");
        return text;
    }

    public DateOnly? OptionalDay(string heading)
    {
        if (Optional(heading, 40) is not { Length: > 0 } text) return null;
        if (Dates.Read(row[columns[heading]]) is { MonthOnly: false } date) return date.Day;
        Wrong(heading, SheetProblem.NotADay, text);
        return null;
    }

    public DateOnly Day(string heading)
    {
        var day = OptionalDay(heading);
        if (day is null && !Findings.Exists(f => f.Heading == heading)) Wrong(heading, SheetProblem.Blank, "");
        return day ?? default;
    }

    /// <summary>A year and month, as 2020-03, 2020年3月 or any day of it.</summary>
    public DateOnly Month(string heading)
    {
        var text = Text(heading, 40);
        if (text.Length == 0) return default;
        if (Dates.Read(row[columns[heading]]) is { } date) return new(date.Day.Year, date.Day.Month, 1);
        Wrong(heading, SheetProblem.NotADay, text);
        return default;
    }

    /// <summary>Yuan with at most two decimals, not negative.</summary>
    public Money Yuan(string heading)
    {
        var balance = Balance(heading);
        if (balance.Fen >= 0) return balance;
        Wrong(heading, SheetProblem.NotAnAmount, Optional(heading, 40));
        return Money.Zero;
    }

    /// <summary>Yuan with at most two decimals; a balance may be below nought.</summary>
    public Money Balance(string heading)
    {
        var text = Text(heading, 40);
        if (text.Length == 0) return Money.Zero;
        if (Money.Parse(text) is { } money) return money;
        Wrong(heading, SheetProblem.NotAnAmount, text);
        return Money.Zero;
    }

    /// <summary>A whole number from 0.</summary>
    public int Whole(string heading)
    {
        var text = Text(heading, 40);
        if (text.Length == 0) return 0;
        if (int.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var whole)) return whole;
        Wrong(heading, SheetProblem.NotANumber, text);
        return 0;
    }

    /// <summary>A citizen ID; null where the cell is blank or holds none, which is then noted.</summary>
    public CitizenId? OptionalId(string heading, DateOnly today)
    {
        if (Optional(heading, 60) is not { Length: > 0 } text) return null;
        // Fifteen digits are all that a number cell keeps: whatever it shows, it is not what was typed.
        var parsed = row[columns[heading]].Kind == CellKind.Number ? default(ParsedId?) : CitizenId.Parse(Domain.Values.Text.Fold(text), today);
        if (parsed is { IsValid: true } id) return id.Id;
        Wrong(heading, SheetProblem.IdInvalid, CitizenId.Mask(text));
        return null;
    }

    public CitizenId? Id(string heading, DateOnly today)
    {
        var id = OptionalId(heading, today);
        if (id is null && !Findings.Exists(f => f.Heading == heading)) Wrong(heading, SheetProblem.Blank, "");
        return id;
    }

    public T? OneOf<T>(string heading, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var text = Text(heading, 60);
        if (text.Length == 0) return null;
        if (words.TryGetValue(text, out var found)) return found;
        Wrong(heading, SheetProblem.Unknown, text);
        return null;
    }

    public void Wrong(string heading, SheetProblem problem, string found) => Findings.Add(new(Number, heading, problem, found));
}
