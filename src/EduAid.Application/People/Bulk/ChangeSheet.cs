using EduAid.Domain.Changes;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Application.People.Bulk;

/// <summary>Why a workbook of changes can't be read as one.</summary>
public enum ChangeSheetFault
{
    Unreadable = 1,

    /// <summary>Neither an ID column nor name and school.</summary>
    NoPupils,

    /// <summary>No column to change.</summary>
    NothingToChange,
    Empty,
    TooMany,
}

/// <summary>Reads a workbook of changes with the headings that lists have: who the pupil is, and what is to hold.</summary>
public static class ChangeSheet
{
    public const int Most = 40_000;

    // Beyond 15 digits a spreadsheet's number has lost what it was.
    private const double DigitsEnd = 1e15;

    private static readonly (Field Field, ChangedField To)[] Columns =
    [
        (Field.Bank, ChangedField.Bank), (Field.Holder, ChangedField.Holder), (Field.Guardian, ChangedField.Guardian),
        (Field.GuardianRelation, ChangedField.Relation), (Field.GuardianId, ChangedField.GuardianId), (Field.Phone, ChangedField.Phone),
    ];

    public static (IReadOnlyList<AskedChange> Rows, ChangeSheetFault? Fault) Read(byte[] content, string fileName)
    {
        using var stream = new MemoryStream(content, writable: false);
        var opened = SpreadsheetFile.Open(stream, fileName, new ReadingLimits());
        if (!opened.IsOpen) return ([], ChangeSheetFault.Unreadable);
        using var file = opened.File;
        try
        {
            return Read(file);
        }
        catch (UnreadableFileException)
        {
            return ([], ChangeSheetFault.Unreadable);
        }
    }

    private static (IReadOnlyList<AskedChange> Rows, ChangeSheetFault? Fault) Read(SpreadsheetFile file)
    {
        var rows = new List<AskedChange>();
        ChangeSheetFault? fault = ChangeSheetFault.Empty;
        foreach (var sheet in file.Sheets().Where(s => !s.Hidden))
        {
            using var all = sheet.Rows().GetEnumerator();
            var first = new List<SheetRow>();
            while (first.Count < HeaderFinder.RowsLookedAt && all.MoveNext()) first.Add(all.Current.Copy());
            if (first.Count == 0) continue;
            var header = new HeaderFinder(ListKind.Enrolments).Look(first).Header;
            var byName = header.Has(Field.Name) && (header.Has(Field.SchoolName) || header.Has(Field.SchoolCode));
            if (!header.Has(Field.CitizenId) && !byName)
            {
                if (rows.Count == 0) fault = ChangeSheetFault.NoPupils;
                continue;
            }
            if (!header.Has(header.CardField) && !Columns.Any(c => header.Has(c.Field)))
            {
                if (rows.Count == 0) fault = ChangeSheetFault.NothingToChange;
                continue;
            }
            foreach (var row in first.Where(r => r.Number > header.LastRow).Concat(Rest(all)))
            {
                if (NoteRows.IsNote(row, header)) continue;
                if (rows.Count == Most) return ([], ChangeSheetFault.TooMany);
                rows.Add(Of(rows.Count + 1, row, header));
            }
        }
        return (rows, rows.Count > 0 ? null : fault);
    }

    private static IEnumerable<SheetRow> Rest(IEnumerator<SheetRow> rows)
    {
        while (rows.MoveNext()) yield return rows.Current;
    }

    private static AskedChange Of(int number, SheetRow row, Header header)
    {
        var values = new Dictionary<ChangedField, string>();
        Add(ChangedField.Card, header.CardField);
        foreach (var (field, to) in Columns) Add(to, field);
        var card = header.Cell(row, header.CardField);
        var school = header.Cell(row, Field.SchoolCode).Text is { Length: > 0 } code ? code : header.Cell(row, Field.SchoolName).Text;
        return new(
            number, row.Number, Text.Fold(header.Cell(row, Field.CitizenId).Text).ToUpperInvariant(), Text.Tidy(header.Cell(row, Field.Name).Text), school, values,
            card.Kind == CellKind.Number && Math.Abs(card.Number) >= DigitsEnd);

        void Add(ChangedField to, Field field)
        {
            if (header.Cell(row, field).Text is { } text && !string.IsNullOrWhiteSpace(text)) values[to] = text;
        }
    }
}
