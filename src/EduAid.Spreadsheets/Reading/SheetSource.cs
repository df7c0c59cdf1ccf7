namespace EduAid.Spreadsheets.Reading;

/// <summary>The sheets of one file, by format.</summary>
internal abstract class SheetSource : IDisposable
{
    public abstract SpreadsheetFormat Format { get; }

    public abstract IReadOnlyList<Sheet> Sheets { get; }

    public abstract void Dispose();
}
