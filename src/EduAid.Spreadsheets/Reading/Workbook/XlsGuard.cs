namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>Brings a workbook of the binary format, BIFF 5 or 8, to where the library can read it in bounded time.</summary>
internal static class XlsGuard
{
    /// <returns>The workbook stream without its container.</returns>
    /// <exception cref="UnreadableFileException">It is encrypted, no workbook, or damaged.</exception>
    public static byte[] Check(Stream stream, ContentKind kind, ReadingLimits limits)
    {
        var bytes = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(bytes);
        return BiffStream.Mend(kind == ContentKind.Compound ? WorkbookStream(new CompoundFile(bytes)) : bytes, limits);
    }

    private static byte[] WorkbookStream(CompoundFile file)
    {
        if ((file.Read("Workbook") ?? file.Read("Book")) is { } workbook)
            return workbook;
        throw (file switch
        {
            _ when file.Has("EncryptedPackage") => Refusal.Encrypted,
            _ when file.Has("WordDocument") => Refusal.NotASpreadsheet(" Word 文档（.doc）"),
            _ when file.Has("PowerPoint Document") => Refusal.NotASpreadsheet("演示文稿（.ppt）"),
            _ => Refusal.Unknown,
        }).AsException();
    }
}
