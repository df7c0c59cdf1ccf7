using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Banking;

/// <summary>Writes a workbook whose parts carry no times and no chance numbers.</summary>
internal static class BankWorkbook
{
    public static byte[] Write(BankFormat format, BankBatch batch)
    {
        using var content = new MemoryStream();
        using var book = new StreamedBook(content);
        var head = (format.Title is null ? 0 : 1) + format.Header.Count + 1;
        book.Begin(new SheetSetup(new SheetNames().Take(format.Sheet!), [.. format.Columns.Select(c => (double)(c.Width ?? UsualWidth(c.Value)))], head));
        if (format.Title is { } title) TableRows.WriteLine(book, format.Columns.Count, title, CellLook.Title, TableRows.TitleHeight);
        foreach (var line in format.Header) book.Row([.. line.Select(f => OfHead(f, batch))]);
        book.Row([.. format.Columns.Select(c => Cell.Text(c.Heading, CellLook.Header))]);
        foreach (var line in batch.Lines) book.Row([.. format.Columns.Select(c => OfLine(c, batch, line))]);
        foreach (var line in format.Trailer) book.Row([.. line.Select(f => OfHead(f, batch))]);
        book.Complete();
        return content.ToArray();
    }

    private static Cell OfHead(BankField field, BankBatch batch) => field.Value switch
    {
        null => Cell.Text(field.Text, CellLook.TotalText),
        BankValue.Count => new(CellValue.Of(batch.Lines.Count), CellLook.Whole),
        BankValue.SumYuan => new(CellValue.OfFen(batch.Fen), CellLook.TotalMoney),
        BankValue.SumFen => new(CellValue.Of(batch.Fen), CellLook.Whole),
        { } value => Cell.Text(BankText.OfBatch(value, batch), CellLook.Code),
    };

    private static Cell OfLine(BankField field, BankBatch batch, BankFileLine line) => field.Value switch
    {
        BankValue.Sequence => new(CellValue.Of(line.Sequence), CellLook.Whole),
        BankValue.AmountYuan => new(CellValue.OfFen(line.Fen), CellLook.Money),
        BankValue.AmountFen => new(CellValue.Of(line.Fen), CellLook.Whole),
        BankValue.Payee => Cell.Text(line.Payee, CellLook.Text),
        BankValue.Account => Cell.Text(line.Account, CellLook.Code),
        BankValue.Bank => Cell.Text(line.Bank, CellLook.Text),
        BankValue.CitizenId => Cell.Text(line.CitizenId.IsEmpty ? null : line.CitizenId.Reveal(), CellLook.Code),
        BankValue.Remark => Cell.Text(line.Remark, CellLook.Text),
        BankValue.Fingerprint => Cell.Text(batch.FingerprintOf(line), CellLook.Code),
        _ => OfHead(field, batch),
    };

    private static int UsualWidth(BankValue? value) => value switch
    {
        BankValue.Sequence => 7,
        BankValue.Account or BankValue.CitizenId or BankValue.Remark => 22,
        BankValue.Bank => 24,
        BankValue.Fingerprint => 20,
        _ => 14,
    };
}
