using System.Globalization;
using System.Text;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Banking;

/// <summary>Writes delimited and fixed-width text.</summary>
internal static class BankText
{
    static BankText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A field that does not fit is added to the problems; cutting it would change whom the bank pays.</summary>
    public static byte[] Write(BankFormat format, BankBatch batch, List<BankFileProblem> problems)
    {
        var encoding = format.Encoding == "GB18030" ? Encoding.GetEncoding("GB18030") : new UTF8Encoding(format.Encoding == "UTF-8-BOM");
        using var content = new MemoryStream();
        content.Write(encoding.GetPreamble());
        foreach (var line in format.Header) WriteLine(line, null);
        if (format.Headings) Write(string.Join(format.Delimiter, format.Columns.Select(c => c.Heading)));
        foreach (var line in batch.Lines) WriteLine(format.Columns, line);
        foreach (var line in format.Trailer) WriteLine(line, null);
        return content.ToArray();

        void WriteLine(IReadOnlyList<BankField> fields, BankFileLine? line)
        {
            var texts = fields.Select(field => field.Text ?? Plain(format.Delimiter, Of(field.Value!.Value, batch, line)));
            Write(format.Layout == BankLayout.Delimited
                ? string.Join(format.Delimiter, texts)
                : string.Concat(texts.Zip(fields, (text, field) => Padded(text, field, line))));
        }

        string Padded(string text, BankField field, BankFileLine? line)
        {
            var room = field.Width!.Value - encoding.GetByteCount(text);
            if (room < 0) problems.Add(new(line?.Sequence, BankFileFault.TooLong, field.Value));
            var padding = new string(field.Pad, Math.Max(0, room));
            return field.Align == FieldSide.Right ? padding + text : text + padding;
        }

        void Write(string line) => content.Write(encoding.GetBytes(line + format.LineEnding));
    }

    private static string Of(BankValue value, BankBatch batch, BankFileLine? line) => value switch
    {
        BankValue.Sequence => Number(line!.Sequence),
        BankValue.Payee => line!.Payee,
        BankValue.Account => line!.Account,
        BankValue.Bank => line!.Bank ?? "",
        BankValue.AmountYuan => Yuan(line!.Fen),
        BankValue.AmountFen => Number(line!.Fen),
        BankValue.CitizenId => line!.CitizenId.IsEmpty ? "" : line.CitizenId.Reveal(),
        BankValue.Remark => line!.Remark ?? "",
        BankValue.Fingerprint => batch.FingerprintOf(line!),
        BankValue.SumYuan => Yuan(batch.Fen),
        BankValue.SumFen => Number(batch.Fen),
        _ => OfBatch(value, batch),
    };

    /// <summary>What is text in every layout.</summary>
    public static string OfBatch(BankValue value, BankBatch batch) => value switch
    {
        BankValue.Batch => batch.Head.Batch,
        BankValue.Document => batch.Head.Document,
        BankValue.Programme => batch.Head.Programme,
        BankValue.ProgrammeCode => batch.Head.ProgrammeCode,
        BankValue.Semester => batch.Head.Semester.ToChinese(),
        BankValue.County => batch.Head.County,
        BankValue.Date => batch.Head.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        BankValue.Count => Number(batch.Lines.Count),
        BankValue.Checksum => batch.Checksum,
        _ => throw new InvalidOperationException($"{value} was let through by the rules of formats."),
    };

    /// <summary>
    /// Banks' readers know no quotes: what would end a field becomes its full-width twin. A text that begins like a formula
    /// gets an apostrophe, because people open these files in a spreadsheet program.
    /// </summary>
    private static string Plain(char delimiter, string text)
    {
        var plain = new StringBuilder(text.Length + 1);
        if (CellValue.Of(text).LooksLikeFormula) plain.Append('\'');
        foreach (var c in text)
            plain.Append(
                char.IsControl(c) || c is '\u2028' or '\u2029' ? ' '
                : c == '"' || (c == delimiter && delimiter != default) ? (char)(c + 0xFEE0)
                : c);
        return plain.ToString();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
