using System.IO.Compression;
using System.Xml;

namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>The zip of a workbook (ECMA-376 part 2), within limits. Unpacking never passes the size that an entry declares.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private const int MostEntries = 10_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    public XlsxPackage(Stream stream, ReadingLimits limits)
    {
        stream.Position = 0;
        zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostEntries)
            throw Refusal.Damaged.AsException();
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            if (total > limits.MaxUncompressedBytes)
                throw Refusal.UnpacksTooLarge(limits.MaxUncompressedBytes).AsException();
            if (entry.Length > limits.RatioFreeBytes
                && entry.Length / Math.Max(1, entry.CompressedLength) >= limits.MaxCompressionRatio)
                throw Refusal.PackedTooTightly(entry.Name).AsException();
            // As the library looks for them, so that what is looked at here is what it reads.
            parts.TryAdd(entry.FullName.Replace('\\', '/'), entry);
        }
    }

    public bool Has(string part) => parts.ContainsKey(part);

    public bool HasFolder(string folder) => parts.Keys.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>The part as XML without a document type or anything from outside, or null where it is missing.</summary>
    public XmlReader? Read(string part) =>
        parts.TryGetValue(part, out var entry) ? XmlReader.Create(entry.Open(), Settings) : null;

    /// <summary>The start tags of a part.</summary>
    public IEnumerable<XmlReader> Elements(string part)
    {
        using var reader = Read(part);
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element)
                yield return reader;
        }
    }

    public void Dispose() => zip.Dispose();
}
