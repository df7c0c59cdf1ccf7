namespace EduAid.Application.Documents;

/// <summary>Which kind of scan some bytes are. What a file is called or said to be does not count (ASVS 5.2.2).</summary>
public static class DocumentContent
{
    private static readonly (byte[] Begin, string Type)[] Kinds =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
    ];

    /// <summary>The media type, or null for anything but PDF, JPEG, PNG and TIFF.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content)
    {
        foreach (var (begin, type) in Kinds)
            if (content.StartsWith(begin)) return type;
        return null;
    }
}
