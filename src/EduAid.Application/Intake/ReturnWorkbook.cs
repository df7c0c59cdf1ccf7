using EduAid.Application.Storage;
using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;
using EduAid.Spreadsheets.Writing;
using Sentences = EduAid.Application.Words.Words;

namespace EduAid.Application.Intake;

/// <summary>A workbook to be downloaded; the name is for people only.</summary>
public sealed record ReturnedFile(string Name, string ContentType, byte[] Content);

/// <summary>Gives a school its own file back: whole with the bad cells marked, or only the refused rows.</summary>
public sealed class ReturnWorkbook(PreviewUpload preview, StoredFiles stored)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Xls = "application/vnd.ms-excel";

    /// <summary>The file with its bad cells coloured and commented; null where there is no such file.</summary>
    public async Task<ReturnedFile?> MarkedAsync(Guid upload, int file, Sentences words, CancellationToken stop)
    {
        if (await FindAsync(upload, file, stop) is not var (shown, name, original)) return null;
        var marks = shown.Preview.Rows.Where(r => r.File == file).SelectMany(r => r.Problems).Select(p => p.Problem)
            .Select(p => new Mark(p.Sheet!, p.Row!.Value, p.ColumnIndex, Of(p.Severity), words.Problem(p))).ToList();
        var format = shown.Preview.Files[file].Format switch
        {
            SpreadsheetFormat.Xlsx => OriginalFormat.Xlsx,
            SpreadsheetFormat.Xls => OriginalFormat.Xls,
            _ => OriginalFormat.Other,
        };
        using var output = new MemoryStream();
        var marked = MarkedWorkbook.Write(output, original, format, OriginalRows.Of(original, name), marks, stop);
        return new($"{Path.GetFileNameWithoutExtension(name)}(已标注){marked.Extension}", marked.Extension == ".xls" ? Xls : Xlsx, output.ToArray());
    }

    /// <summary>The refused rows alone, to be mended and sent back; null where there is no such file or it has none.</summary>
    public async Task<ReturnedFile?> BadRowsAsync(Guid upload, int file, Sentences words, CancellationToken stop)
    {
        if (await FindAsync(upload, file, stop) is not var (shown, name, original)) return null;
        if (shown.Upload.Kind == ListKind.Poverty) return null;
        var bad = shown.Preview.Rows.Where(r => r.File == file && r.Outcome == RowOutcome.Rejected).ToLookup(r => r.Sheet);
        if (bad.Count == 0) return null;
        var seen = shown.Preview.Files[file];
        var texts = OriginalRows.Of(original, name).ToLookup(r => r.Sheet);
        var sheets = seen.Sheets.Where(s => bad.Contains(s.Name)).Select(s => Sheet(s, texts[s.Name], bad[s.Name], words)).ToList();
        using var output = new MemoryStream();
        BadRowsWorkbook.Write(output, seen.Number, sheets, stop);
        return new($"{Path.GetFileNameWithoutExtension(name)}(更正表).xlsx", Xlsx, output.ToArray());
    }

    private async Task<(ShownUpload Shown, string Name, byte[] Original)?> FindAsync(Guid upload, int file, CancellationToken stop)
    {
        if (await preview.RunAsync(upload, stop) is not { } shown) return null;
        var sent = shown.Upload.SentFiles();
        if (file < 0 || file >= sent.Count || shown.Preview.Files[file].Format is null) return null;
        return await stored.ReadAsync(sent[file].Key, stop) is { } original ? (shown, sent[file].Name, original) : null;
    }

    private static BadSheet Sheet(PreviewSheet sheet, IEnumerable<ReadRow> texts, IEnumerable<PreviewRow> bad, Sentences words)
    {
        var wanted = bad.ToDictionary(r => r.Number);
        var (above, header, rows) = ((IReadOnlyList<string>)[], (IReadOnlyList<string>)[], new List<BadRow>());
        foreach (var row in texts)
        {
            if (row.Row == sheet.HeaderRow - 1) above = row.Cells;
            if (row.Row == sheet.HeaderRow) header = row.Cells;
            if (wanted.TryGetValue(row.Row, out var faulty))
                rows.Add(new(row.Row, row.Cells, [.. faulty.Problems.Select(p => new BadCell(p.Problem.ColumnIndex, Of(p.Problem.Severity), words.Problem(p.Problem)))]));
        }
        // A heading that is not in the last header row was read together with the row above it.
        var leaves = header.Select(h => h.Trim()).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<IReadOnlyList<string>> headers = sheet.Recognised.All(leaves.Contains) ? [header] : [above, header];
        return new(sheet.Name, headers, rows) { Joined = headers.Count < 2 ? [] : [.. Joined(headers)] };
    }

    // Equal neighbours over different leaves were one merged heading.
    private static IEnumerable<JoinedHeading> Joined(IReadOnlyList<IReadOnlyList<string>> header)
    {
        var (groups, leaves) = (header[0], header[1]);
        for (var first = 0; first < groups.Count; first++)
        {
            var last = first;
            while (last + 1 < groups.Count && groups[first].Length > 0 && groups[last + 1] == groups[first]
                && last + 1 < leaves.Count && leaves[last + 1] != groups[first]) last++;
            if (last > first) yield return new(0, first, last);
            first = last;
        }
    }

    private static MarkSeverity Of(Severity severity) => severity == Severity.Error ? MarkSeverity.Error : MarkSeverity.Warning;
}

/// <summary>All rows of a file as text, sheet after sheet.</summary>
internal static class OriginalRows
{
    public static IEnumerable<ReadRow> Of(byte[] content, string name)
    {
        using var stream = new MemoryStream(content, writable: false);
        var opened = SpreadsheetFile.Open(stream, name, new ReadingLimits());
        if (!opened.IsOpen) yield break;
        using var file = opened.File;
        foreach (var sheet in file.Sheets())
            foreach (var row in sheet.Rows())
                yield return new(sheet.Name, row.Number, [.. Enumerable.Range(0, row.Count).Select(i => row[i].Text)]);
    }
}
