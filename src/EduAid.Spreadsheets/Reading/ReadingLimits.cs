namespace EduAid.Spreadsheets.Reading;

/// <summary>How much one uploaded file may ask of the machine. The number of rows is not limited: they stream.</summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes of the file as uploaded.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of all parts of a zipped workbook together, unpacked.</summary>
    public long MaxUncompressedBytes { get; init; } = 1L << 30;

    /// <summary>Unpacked ÷ packed size of one part, looked at once the part is larger than <see cref="RatioFreeBytes"/>.</summary>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>A part up to this size may be packed as tightly as it likes.</summary>
    public long RatioFreeBytes { get; init; } = 10L << 20;

    /// <summary>Sheets of a workbook, or tables of a page; a small file can point to one large sheet very often.</summary>
    public int MaxSheets { get; init; } = 500;

    /// <summary>Columns that may hold a value; formatted blank ones beyond do not count.</summary>
    public int MaxColumns { get; init; } = 500;

    /// <summary>Characters in one cell. A spreadsheet program holds 32 767.</summary>
    public int MaxCellLength { get; init; } = 32_767;
}
