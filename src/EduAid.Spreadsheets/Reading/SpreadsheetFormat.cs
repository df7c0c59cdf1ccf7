namespace EduAid.Spreadsheets.Reading;

/// <summary>What a file is by its content, whatever its name says.</summary>
public enum SpreadsheetFormat
{
    Xlsx,
    Xls,
    Delimited,
    Html,
}
