namespace EduAid.Spreadsheets.Reading;

/// <summary>A sheet of an opened file.</summary>
public sealed class Sheet
{
    private readonly Func<IEnumerable<SheetRow>> open;

    internal Sheet(string name, bool hidden, Func<IEnumerable<SheetRow>> open)
    {
        Name = name;
        Hidden = hidden;
        this.open = open;
    }

    /// <summary>The sheet's name; of delimited text and of a single HTML table the file's name, extension and all.</summary>
    public string Name { get; }

    /// <summary>Hidden, or hidden so deeply (very hidden) that only a macro shows it.</summary>
    public bool Hidden { get; }

    /// <summary>
    /// The rows from top to bottom, forward only and one sheet at a time; enumerating again reads the file again.
    /// Rows without any value are passed over, which <see cref="SheetRow.Number"/> shows.
    /// Every cell of a merged range shows the value of the range's upper left cell.
    /// </summary>
    /// <exception cref="UnreadableFileException">The file is damaged or passes a limit; nothing else comes of bad bytes.</exception>
    public IEnumerable<SheetRow> Rows() => Boundary.Guard(open);
}
