using EduAid.Spreadsheets.Reading;

namespace EduAid.Application.Ledgers;

/// <summary>A workbook of the product's own shape that somebody sends back: opened, and its first sheet that can be seen and is one of them read.</summary>
internal static class SentWorkbook
{
    /// <summary>Rows among which a sheet's header stands.</summary>
    public const int HeaderWithin = 10;

    /// <param name="read">What a sheet says; null where it is none of them.</param>
    /// <param name="unreadable">What stands for a file that is no spreadsheet or cannot be read, by the reader's message.</param>
    /// <param name="none">What stands for one without such a sheet.</param>
    public static T Read<T>(Stream content, string fileName, Func<Sheet, T?> read, Func<string, T> unreadable, Func<T> none)
        where T : class
    {
        try
        {
            var opened = SpreadsheetFile.Open(content, fileName, ReadingLimits.Default);
            if (!opened.IsOpen) return unreadable(opened.Problem!.Message);
            using var file = opened.File;
            return file.Sheets().Where(s => !s.Hidden).Select(read).FirstOrDefault(r => r is not null) ?? none();
        }
        catch (UnreadableFileException e)
        {
            return unreadable(e.Message);
        }
    }
}
