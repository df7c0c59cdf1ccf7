using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Application.Intake;

/// <summary>Turns files as read into what a preview shows.</summary>
internal sealed class PreviewRows<T>
    where T : class
{
    private readonly FileBatch<T> _batch;
    private readonly List<Field> _columns;
    private readonly List<Dictionary<string, Header>> _headers;

    public PreviewRows(FileBatch<T> batch, ListKind kind)
    {
        _batch = batch;
        _headers = [.. batch.Files.Select(f => f.Headers.DistinctBy(h => h.Sheet).ToDictionary(h => h.Sheet, h => h.Header))];
        var present = batch.Files.SelectMany(f => f.Headers).SelectMany(h => h.Header.Columns).Select(c => c.Field).OfType<Field>().Select(Plain).ToHashSet();
        _columns = [.. UsualColumns(kind).Where(present.Contains)];
        // A school's own list says the same school in every row.
        if (kind == ListKind.Enrolments && batch.Rows.SelectMany(r => r).Select(r => r.Row.Key.Split('|')[0]).Distinct().Take(2).Count() < 2)
            _columns.Remove(Field.SchoolName);
        for (var file = 0; file < batch.Files.Count; file++)
            foreach (var row in batch.Rows[file])
                foreach (var problem in row.Problems)
                    if (FieldOf(file, problem) is { } field && !_columns.Contains(field)) _columns.Add(field);
    }

    public IReadOnlyList<Field> Columns => _columns;

    public IReadOnlyList<PreviewRow> Rows() =>
        [.. Enumerable.Range(0, _batch.Files.Count).SelectMany(file => _batch.Rows[file].Select(row => Row(file, row)))];

    public IReadOnlyList<PreviewFile> Files(int firstNumber) => [.. _batch.Files.Select((f, i) => File(f, firstNumber + i))];

    private PreviewRow Row(int file, CheckedRow<T> row)
    {
        var (read, header) = (row.Row, _headers[file][row.Row.Sheet]);
        string Cell(Field field) => ShownCell.Of(field, header.Cell(read.Raw!, field == Field.Card ? header.CardField : field));
        return new(
            file, read.Sheet, read.Number, row.Outcome, Cell(Field.Name),
            [.. row.Problems.Select(p => new PreviewProblem(p, FieldOf(file, p) is { } field ? _columns.IndexOf(field) : null))],
            [.. _columns.Select(Cell)]);
    }

    private static PreviewFile File(ReadList<T> list, int number) => new(
        list.File, number, list.Format,
        [.. list.Headers.Select(h => new PreviewSheet(
            h.Sheet, h.Header.LastRow,
            list.Rows.Where(r => r.Sheet == h.Sheet).Select(r => r.Number).DefaultIfEmpty(h.Header.LastRow + 1).Min(),
            [.. h.Header.Columns.Where(c => c.Field is not null).Select(c => c.Heading)],
            [.. h.Header.Columns.Where(c => c.Field is null).Select(c => c.Heading)]))],
        [.. list.FileProblems], [.. list.HiddenSheets], [.. list.PassedOver], list.Mends);

    private Field? FieldOf(int file, Problem problem) =>
        problem is { Sheet: { } sheet, ColumnIndex: { } index } && _headers[file].TryGetValue(sheet, out var header)
        && header.Columns.FirstOrDefault(c => c.Index == index)?.Field is { } field ? Plain(field) : null;

    // Whichever column the account stands in, the preview has one for it.
    private static Field Plain(Field field) => field is Field.SocialCardAccount or Field.SocialCardNumber ? Field.Card : field;

    private static Field[] UsualColumns(ListKind kind) => kind switch
    {
        ListKind.Enrolments => [Field.SchoolName, Field.Name, Field.CitizenId, Field.Grade, Field.Class, Field.Boarding, Field.Status, Field.Card],
        ListKind.Admissions => [Field.SchoolName, Field.Name, Field.CitizenId, Field.University, Field.Province, Field.Card],
        ListKind.Poverty => [Field.Name, Field.CitizenId, Field.Head, Field.RelationToHead, Field.Category, Field.Township, Field.Village],
        ListKind.Schools => [Field.SchoolCode, Field.SchoolName, Field.Township, Field.Kind, Field.Sponsor, Field.Tier, Field.PayeeName, Field.PayeeAccount],
        _ => [Field.Specialty, Field.Fee],
    };
}
