namespace EduAid.Spreadsheets.Reading;

/// <summary>What a cell holds. The cells of delimited text and of HTML tables are all <see cref="Text"/>.</summary>
public enum CellKind : byte
{
    Empty,
    Text,
    Number,
    Date,
    Boolean,
}
