using System.Text;

namespace EduAid.Spreadsheets.Reading.Xls;

/// <summary>What the first substream of a binary workbook says for all its sheets (MS-XLS 2.1.7.20.3).</summary>
internal sealed class XlsGlobals
{
    /// <summary>Chinese Excel 95 wrote this one, if the file does not say.</summary>
    private const int ChineseCodePage = 936;

    private readonly List<int> cellFormats = [];
    private readonly Dictionary<int, NumberMeaning> formats = [];
    private Encoding encoding;

    static XlsGlobals() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public XlsGlobals(byte[] stream)
    {
        Records = new BiffRecords(stream);
        encoding = Encoding.GetEncoding(ChineseCodePage);
        var begin = Records.From(0).FirstOrDefault();
        if (begin.Id != BiffRecord.BeginOfFile || begin.Body.Length < 4)
            throw Refusal.Damaged.AsException();
        IsUnicode = begin.Short(0) == 0x0600;
        foreach (var record in Records.Substream(0))
            Take(record);
    }

    public BiffRecords Records { get; }

    /// <summary>BIFF 8 (1997 on); otherwise BIFF 5 (1993).</summary>
    public bool IsUnicode { get; }

    public bool Is1904 { get; private set; }

    public List<string> Strings { get; } = [];

    /// <summary>Worksheets alone: charts and macro sheets hold no list.</summary>
    public List<(string Name, bool Hidden, int Offset)> Sheets { get; } = [];

    public NumberMeaning Meaning(int cellFormat)
    {
        if (cellFormat >= cellFormats.Count)
            return NumberMeaning.Number;
        var id = cellFormats[cellFormat];
        return formats.TryGetValue(id, out var meaning) ? meaning : NumberMeanings.OfBuiltIn(id);
    }

    public string Text(IEnumerable<BiffRecord> records, int skip, bool shortLength = false)
    {
        var text = new BiffText(records, skip);
        return IsUnicode ? text.Unicode(shortLength) : text.Bytes(encoding, shortLength);
    }

    private void Take(BiffRecord record)
    {
        switch (record.Id)
        {
            case BiffRecord.Password:
                throw Refusal.Encrypted.AsException();
            case BiffRecord.Era:
                Is1904 = record.Short(0) == 1;
                break;
            case BiffRecord.CodePage:
                encoding = CodePage(record.Short(0)) ?? encoding;
                break;
            case BiffRecord.Format:
                formats[record.Short(0)] = NumberMeanings.Of(Text([record], 2, shortLength: !IsUnicode));
                break;
            case BiffRecord.ExtendedFormat:
                cellFormats.Add(record.Short(2));
                break;
            case BiffRecord.BoundSheet when record.Body.Span[5] == 0:
                Sheets.Add((Text([record], 6, shortLength: true), (record.Body.Span[4] & 3) != 0, (int)record.Int(0)));
                break;
            case BiffRecord.SharedStrings:
                ReadStrings(record);
                break;
        }
    }

    private void ReadStrings(BiffRecord record)
    {
        var count = record.Int(4);
        var text = new BiffText(Records.From(record.At), 8);
        while (Strings.Count < count && !text.AtEnd)
            Strings.Add(text.Unicode());
    }

    /// <summary>1200 says Unicode, which BIFF 5 has not; other unknown ones are left for the Chinese page.</summary>
    private static Encoding? CodePage(int number) =>
        number == 1200 ? null : CodePagesEncodingProvider.Instance.GetEncoding(number);
}
