using System.Collections.Frozen;

namespace EduAid.Spreadsheets.Writing;

/// <summary>Every look a cell can have; the number is the style's place in a streamed workbook.</summary>
internal enum CellLook
{
    Plain, Title, Header, Text, Code, Whole, Money, Date,
    TotalText, TotalCount, TotalMoney, Signature, Loose, Error, Warning,
}

internal enum Across { Start, Centre, End }

/// <summary>What a look means, once for the printed and the streamed writer.</summary>
internal sealed record LookRules(
    string NumberFormat, Across Across, bool Bordered, bool Bold = false, double Size = 11, string? Fill = null, bool Wrap = false)
{
    public const string Font = "宋体";
    public const string ErrorFill = "FF9999";
    public const string WarningFill = "FFCC66";

    private const string AsText = "@";
    private const string AsMoney = "#,##0.00";

    private static readonly FrozenDictionary<CellLook, LookRules> Rules = new Dictionary<CellLook, LookRules>
    {
        [CellLook.Plain] = new("General", Across.Start, false),
        [CellLook.Title] = new(AsText, Across.Centre, false, Bold: true, Size: 16),
        [CellLook.Header] = new(AsText, Across.Centre, true, Bold: true, Fill: "E8EDF3", Wrap: true),
        [CellLook.Text] = new(AsText, Across.Start, true, Wrap: true),
        [CellLook.Code] = new(AsText, Across.Centre, true),
        [CellLook.Whole] = new("0", Across.Centre, true),
        [CellLook.Money] = new(AsMoney, Across.End, true),
        [CellLook.Date] = new("yyyy\"年\"m\"月\"d\"日\"", Across.Centre, true),
        [CellLook.TotalText] = new(AsText, Across.Centre, true, Bold: true, Wrap: true),
        [CellLook.TotalCount] = new("0\"人\"", Across.Centre, true, Bold: true),
        [CellLook.TotalMoney] = new(AsMoney, Across.End, true, Bold: true),
        [CellLook.Signature] = new(AsText, Across.Start, false),
        [CellLook.Loose] = new(AsText, Across.Start, false),
        [CellLook.Error] = new(AsText, Across.Start, true, Fill: ErrorFill),
        [CellLook.Warning] = new(AsText, Across.Start, true, Fill: WarningFill),
    }.ToFrozenDictionary();

    /// <summary>Keeps text and amounts of neighbouring cells apart.</summary>
    public int Indent => Bordered && Across != Across.Centre ? 1 : 0;

    public static LookRules Of(CellLook look) => Rules[look];

    public static CellLook For(ColumnFormat format) => format switch
    {
        ColumnFormat.Text => CellLook.Text,
        ColumnFormat.Code => CellLook.Code,
        ColumnFormat.Whole => CellLook.Whole,
        ColumnFormat.Money => CellLook.Money,
        ColumnFormat.Date => CellLook.Date,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}

/// <summary>A cell as it is written.</summary>
internal readonly record struct Cell(CellValue Value, CellLook Look)
{
    public static Cell Text(string? text, CellLook look) => new(CellValue.Of(text), look);
}
