using NPOI.POIFS.FileSystem;

namespace EduAid.Spreadsheets.Tests.Reading;

/// <summary>Streams in and out of an OLE container.</summary>
internal static class Ole
{
    public static byte[] Stream(byte[] file, string name)
    {
        var container = new NPOIFSFileSystem(new MemoryStream(file));
        using var stream = container.CreateDocumentInputStream(name);
        var bytes = new byte[stream.Available()];
        stream.ReadFully(bytes);
        return bytes;
    }

    public static byte[] File(params (string Name, byte[] Content)[] streams)
    {
        var container = new NPOIFSFileSystem();
        foreach (var (name, content) in streams)
            container.CreateDocument(new MemoryStream(content), name);
        using var file = new MemoryStream();
        container.WriteFileSystem(file);
        return file.ToArray();
    }

    public static byte[] File(string name, byte[] content) => File((name, content));
}
