using System.Collections.Frozen;
using EduAid.Domain.Payments;

namespace EduAid.Spreadsheets.Banking;

public enum BankLayout
{
    /// <summary>An .xlsx.</summary>
    Workbook = 1,

    /// <summary>Text whose fields a character keeps apart.</summary>
    Delimited,

    /// <summary>Text whose fields have fixed widths, counted in bytes of the encoding as banks do.</summary>
    Fixed,
}

public enum FieldSide
{
    Left = 1,
    Right,
}

/// <summary>One field of a line: either a value or a fixed text such as a record mark.</summary>
/// <param name="Heading">Of a column; null where the file has no row of headings.</param>
/// <param name="Width">Bytes in a fixed layout, characters in a workbook; null elsewhere.</param>
/// <param name="Align">On which side the text stands in a fixed layout.</param>
/// <param name="Pad">What fills a fixed width.</param>
public sealed record BankField(BankValue? Value, string? Text, string? Heading, int? Width, FieldSide Align, char Pad);

/// <summary>How the bank writes its results in a layout of its own, without headings: every record begins with its mark.</summary>
/// <param name="Outcomes">What the bank's own signs mean; words are understood without standing here.</param>
public sealed record BankResultLayout(
    IReadOnlyList<BankField>? Header,
    IReadOnlyList<BankField> Columns,
    IReadOnlyList<BankField>? Trailer,
    FrozenDictionary<string, BankOutcome> Outcomes);

/// <summary>
/// The layout of one bank's files, which differs by county and is data: a file of <c>seeds/bank-formats</c>.
/// Comes only from <see cref="BankFormatFile.Read"/> and so holds nothing that could not be written.
/// </summary>
public sealed record BankFormat
{
    internal BankFormat()
    {
    }

    /// <summary>Stable, in kebab case.</summary>
    public required string Code { get; init; }

    /// <summary>For people to choose by.</summary>
    public required string Name { get; init; }

    public required string About { get; init; }

    public required BankLayout Layout { get; init; }

    /// <summary>GB18030, UTF-8 or UTF-8-BOM; of text alone.</summary>
    public string? Encoding { get; init; }

    public string LineEnding { get; init; } = "\r\n";

    public char Delimiter { get; init; }

    /// <summary>With places such as {batch} and {date}; <see cref="BankFileName"/>.</summary>
    public required string FileName { get; init; }

    /// <summary>Name of the sheet of a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>Above all else in a workbook.</summary>
    public string? Title { get; init; }

    /// <summary>Whether a row of headings stands above the lines.</summary>
    public bool Headings { get; init; }

    public IReadOnlyList<IReadOnlyList<BankField>> Header { get; init; } = [];

    public required IReadOnlyList<BankField> Columns { get; init; }

    public IReadOnlyList<IReadOnlyList<BankField>> Trailer { get; init; } = [];

    public BankResultLayout? Result { get; init; }

    /// <summary>Whether the file asks for a value anywhere: a format without citizen IDs need not be given any.</summary>
    public bool Asks(BankValue value) => Header.Concat(Trailer).Append(Columns).Any(line => line.Any(field => field.Value == value));
}
