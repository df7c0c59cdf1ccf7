using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Text;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Intake;

/// <param name="HiddenSheets">Take in hidden sheets that have a header too.</param>
/// <param name="KeepCells">Keep a copy of each row's cells, for a preview or a marked workbook.</param>
/// <param name="RowsRead">Told how many more rows have been read, some hundred at a time.</param>
public sealed record IntakeOptions(bool HiddenSheets = false, bool KeepCells = false, ReadingLimits? Limits = null, IProgress<int>? RowsRead = null);

/// <summary>Reads a whole file of one kind: raw cells, header, typed rows with their findings.</summary>
public sealed class ListFileReader<T>(RowReader<T> reader, IntakeOptions options)
    where T : class
{
    private const int Batch = 256;

    private static readonly HashSet<string> IdFaults = [FindingCodes.IdChecksum, FindingCodes.IdLength, FindingCodes.IdBirthDate, FindingCodes.IdPrecisionLost];

    /// <param name="fileName">Its base name is reported and names the sheet of delimited text.</param>
    public ReadList<T> Read(Stream stream, string fileName, CancellationToken stop)
    {
        var baseName = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var opened = SpreadsheetFile.Open(stream, baseName, options.Limits ?? new ReadingLimits());
        if (!opened.IsOpen)
        {
            var refused = new ReadList<T> { File = baseName };
            refused.FileProblems.Add(OfFile(opened.Problem.Code, opened.Problem.Message));
            return refused;
        }
        using var file = opened.File;
        var list = new ReadList<T> { File = baseName, Format = file.Format };
        try
        {
            ReadSheets(file, list, stop);
        }
        catch (UnreadableFileException damaged)
        {
            list.Rows.Clear();
            list.FileProblems.Add(OfFile(damaged.Problem.Code, damaged.Problem.Message));
        }
        return list;
    }

    private void ReadSheets(SpreadsheetFile file, ReadList<T> list, CancellationToken stop)
    {
        HeaderLook? nearest = null;
        (string Name, List<SheetRow> Rows) nearestSheet = ("", []);
        foreach (var sheet in file.Sheets())
        {
            var name = sheet.Name;
            using var rows = sheet.Rows().GetEnumerator();
            var first = new List<SheetRow>();
            while (first.Count < HeaderFinder.RowsLookedAt && rows.MoveNext()) first.Add(rows.Current.Copy());
            if (first.Count == 0) continue;
            list.Mends ??= MendedImport(first);
            var look = new HeaderFinder(reader.Kind).Look(first);
            var missing = look.Missing ?? reader.AlsoMissing(look.Header);
            if (missing is not null)
            {
                list.PassedOver.Add(name);
                if (!sheet.Hidden && (nearest is null || look.Recognised > nearest.Recognised))
                    (nearest, nearestSheet) = (look with { Missing = missing }, (name, first));
                continue;
            }
            if (sheet.Hidden && !options.HiddenSheets)
            {
                list.HiddenSheets.Add(name);
                list.FileProblems.Add(new(name, null, null, FindingCodes.SheetHidden, Severity.Warning, name));
                continue;
            }
            list.Headers.Add((name, look.Header));
            reader.Begin(look.Header, first.Where(row => row.Number < look.Header.LastRow));
            ReadRows(name, look.Header, first, rows, list, stop);
        }
        Judge(list, nearest, nearestSheet.Name, nearestSheet.Rows);
    }

    private void ReadRows(
        string sheet, Header header, List<SheetRow> first, IEnumerator<SheetRow> rest, ReadList<T> list, CancellationToken stop)
    {
        foreach (var row in first)
            if (row.Number > header.LastRow) Add(list, header, ReadRow(sheet, header, row));
        try
        {
            // One core at a time unpacks and parses the file; rows that it has given are checked on the others meanwhile.
            var read = Partitioner.Create(Batches(rest, stop), EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered()
                .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(rows => rows.ConvertAll(row => ReadRow(sheet, header, row)));
            foreach (var batch in read)
            {
                foreach (var row in batch) Add(list, header, row);
                options.RowsRead?.Report(batch.Count);
            }
        }
        catch (AggregateException thrown)
        {
            ExceptionDispatchInfo.Throw(thrown.Flatten().InnerExceptions[0]);
        }
    }

    private static IEnumerable<List<SheetRow>> Batches(IEnumerator<SheetRow> rows, CancellationToken stop)
    {
        var batch = new List<SheetRow>(Batch);
        while (rows.MoveNext())
        {
            batch.Add(rows.Current.Copy());
            if (batch.Count < Batch) continue;
            stop.ThrowIfCancellationRequested();
            yield return batch;
            batch = new List<SheetRow>(Batch);
        }
        if (batch.Count > 0) yield return batch;
    }

    private void Add(ReadList<T> list, Header header, (ReadRow<T>? Row, Field? MissingColumn) read)
    {
        if (read.MissingColumn is { } missing && !list.FileProblems.Any(p => p.Code == FindingCodes.HeaderMissing))
            list.FileProblems.Add(HeaderMissing(missing, header.Columns.Select(c => c.Heading)));
        if (read.Row is { } row) list.Rows.Add(row);
    }

    private (ReadRow<T>? Row, Field? MissingColumn) ReadRow(string sheet, Header header, SheetRow row)
    {
        return NoteRows.IsNote(row, header) ? default : Typed(new RowCells(sheet, row, header), row);
    }

    /// <summary>Reads one row that is known to be data; the row must not change afterwards.</summary>
    internal void AddRow(RowCells cells, SheetRow row, ReadList<T> list) => Add(list, cells.Header, Typed(cells, options.KeepCells ? row.Copy() : row));

    private (ReadRow<T>? Row, Field? MissingColumn) Typed(RowCells cells, SheetRow row)
    {
        var value = reader.Read(cells);
        if (cells.HasError) value = null;
        return (new(cells.Sheet, row.Number, value, cells.Problems, reader.KeyOf(cells, value), Digest(cells, value), Unstored(cells, value),
            options.KeepCells ? row : null)
        { Unidentified = Unidentified(cells, row) }, cells.MissingColumn);
    }

    private Unidentified<T>? Unidentified(RowCells cells, SheetRow row) =>
        cells.HasError && cells.MissingColumn is null && cells.Problems.All(p => p.Severity != Severity.Error || IdFaults.Contains(p.Code))
            ? reader.ReadUnidentified(new(cells.Sheet, row, cells.Header)) : null;

    private void Judge(ReadList<T> list, HeaderLook? nearest, string nearestSheet, List<SheetRow> nearestRows)
    {
        if (list.Headers.Count == 0 && list.HiddenSheets.Count == 0 && nearest is null)
            list.FileProblems.Add(OfFile(FindingCodes.SheetEmpty, ""));
        // A sheet that has most of a header but lacks a needed column is no instruction sheet: its pupils would be lost in silence.
        else if (nearest?.Missing is { } missing && (list.Headers.Count == 0 || nearest.Recognised >= 8))
        {
            list.PassedOver.Remove(nearestSheet);
            list.FileProblems.Add(HeaderMissing(missing, nearest.Recognised > 0
                ? nearest.Header.Columns.Select(c => c.Heading)
                : nearestRows.SelectMany(r => Enumerable.Range(0, r.Count).Select(i => r[i].Text.Trim()).Where(t => t.Length is > 0 and < 12)).Take(200)));
        }
        else if (list.Headers.Count > 0 && list.Rows.Count == 0 && list.Mends is null)
            list.FileProblems.Add(OfFile(FindingCodes.SheetEmpty, ""));
    }

    private Problem HeaderMissing(Field missing, IEnumerable<string> found)
    {
        var words = Headings.Of(reader.Kind).Words[missing];
        var nearest = found.Where(f => Headings.Of(reader.Kind).Find(f) is null)
            .Select(f => (Heading: f, Likeness: words.Max(w => Likeness(Headings.Fold(f), w))))
            .Where(f => f.Likeness > 0).OrderByDescending(f => f.Likeness).Select(f => f.Heading).FirstOrDefault();
        return OfFile(FindingCodes.HeaderMissing, nearest is null ? words[0] : $"{words[0]}|{nearest}");
    }

    // Shared characters in proportion to the longer of the two.
    private static double Likeness(string a, string b) =>
        a.Length == 0 ? 0 : (double)a.Distinct().Count(b.Contains) / Math.Max(a.Length, b.Length);

    private static Problem OfFile(string code, string detail) => new(null, null, null, code, Severity.Error, detail);

    private static int? MendedImport(List<SheetRow> first)
    {
        foreach (var row in first.Take(5))
            for (var i = 0; i < row.Count; i++)
                if (row[i].Kind == Reading.CellKind.Text && BadRowsWorkbook.ImportNumberIn(row[i].Text) is { } number) return number;
        return null;
    }

    // Typed values where there are any, so that 是 and 寄宿 mean the same.
    private static UInt128 Digest(RowCells cells, T? value) =>
        value is null ? RowDigest.OfBytes(Encoding.UTF8.GetBytes(Raw(cells))) : RowDigest.Of(value);

    // What is compared with the ID or cannot be read is recognised too, and in it two rows may differ.
    private static UInt128 Unstored(RowCells cells, T? value)
    {
        if (value is null) return default;
        var birth = Dates.Read(cells.Cell(Field.Birth)) is { } date ? $"{date.Day:yyyyMMdd}{date.MonthOnly}" : cells.Folded(Field.Birth);
        return RowDigest.OfBytes(Encoding.UTF8.GetBytes(
            $"{cells.Folded(Field.Sex)}|{birth}|{cells.Folded(cells.Header.CardField).Replace("-", "", StringComparison.Ordinal)}"));
    }

    private static string Raw(RowCells cells)
    {
        var text = new StringBuilder();
        foreach (var column in cells.Header.Columns)
            if (column.Field is { } field and not Field.Sequence) text.Append((int)field).Append('\u001f').Append(cells.Folded(field)).Append('\u001e');
        return text.ToString();
    }
}
