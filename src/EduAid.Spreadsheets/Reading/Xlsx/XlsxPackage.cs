using System.IO.Compression;
using System.Xml;

namespace EduAid.Spreadsheets.Reading.Xlsx;

/// <summary>The zip of a workbook (ECMA-376 part 2), within limits. Unpacking never passes the size that an entry declares.</summary>
internal sealed class XlsxPackage : IDisposable
{
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
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            if (total > limits.MaxUncompressedBytes)
                throw Refusal.UnpacksTooLarge(limits.MaxUncompressedBytes).AsException();
            if (entry.Length > limits.RatioFreeBytes
                && entry.Length / Math.Max(1, entry.CompressedLength) >= limits.MaxCompressionRatio)
                throw Refusal.PackedTooTightly(entry.Name).AsException();
            parts.TryAdd(Normal(entry.FullName), entry);
        }
    }

    public bool Has(string part) => parts.ContainsKey(Normal(part));

    public bool HasFolder(string folder) => parts.Keys.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>The part as XML without a document type or anything from outside, or null where it is missing.</summary>
    public XmlReader? Read(string part) =>
        parts.TryGetValue(Normal(part), out var entry) ? XmlReader.Create(entry.Open(), Settings) : null;

    /// <summary>The parts that another one points to: id, the type's last word, and full name.</summary>
    public IEnumerable<(string Id, string Type, string Part)> Relationships(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        using var reader = Read($"{folder}_rels/{part[folder.Length..]}.rels");
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("TargetMode") != "External")
            {
                var type = reader.GetAttribute("Type") ?? "";
                yield return (
                    reader.GetAttribute("Id") ?? "",
                    type[(type.LastIndexOf('/') + 1)..],
                    Resolve(folder, reader.GetAttribute("Target") ?? ""));
            }
        }
    }

    public void Dispose() => zip.Dispose();

    private static string Normal(string part) => part.Replace('\\', '/').TrimStart('/');

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step != "..")
                steps.Add(step);
            else if (steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
        }

        return string.Join('/', steps);
    }
}
