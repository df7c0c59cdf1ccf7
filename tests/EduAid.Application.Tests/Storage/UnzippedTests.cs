using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Tests.Storage;

/// <summary>Looks into zip members wherever they lie in a file, whole archive or not: a workbook left in clear would hide its numbers in them.</summary>
public class UnzippedTests
{
    /// <summary>What can be inflated from each local file header (APPNOTE 4.3.7) found in the bytes.</summary>
    internal static IEnumerable<byte[]> Unzipped(byte[] content)
    {
        for (var at = content.AsSpan().IndexOf("PK\x03\x04"u8); at >= 0;)
        {
            if (content.Length > at + 30)
            {
                var start = at + 30 + BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(at + 26)) + BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(at + 28));
                if (start < content.Length && Inflated(content, start) is { Length: > 0 } member) yield return member;
            }
            var next = content.AsSpan(at + 4).IndexOf("PK\x03\x04"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }
    }

    [Fact]
    public void A_workbook_in_the_midst_of_other_bytes_is_found()
    {
        using var book = new MemoryStream();
        TableWorkbook.Write(book, new TableSheet<string>("甲", "甲", [Column.Code<string>("证件号", 22, id => id)], ["341523201003050016"]));
        byte[] hidden = [.. new byte[100], .. book.ToArray(), .. new byte[100]];
        hidden.AsSpan().IndexOf("341523201003050016"u8).Should().Be(-1, "in the file itself it is deflated");
        Unzipped(hidden).Should().Contain(member => HoldsId(member));
        Unzipped(Encoding.UTF8.GetBytes("PK\u0003\u0004 and no archive")).Should().BeEmpty();
    }

    private static bool HoldsId(byte[] member) => member.AsSpan().IndexOf("341523201003050016"u8) >= 0;

    private static byte[] Inflated(byte[] content, int start)
    {
        using var clear = new MemoryStream();
        try
        {
            using var member = new DeflateStream(new MemoryStream(content, start, content.Length - start), CompressionMode.Decompress);
            member.CopyTo(clear);
        }
        catch (InvalidDataException)
        {
            // The end of the member, or no deflated one: what came out so far is looked at.
        }
        return clear.ToArray();
    }
}
