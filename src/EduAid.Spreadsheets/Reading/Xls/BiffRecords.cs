using System.Buffers.Binary;

namespace EduAid.Spreadsheets.Reading.Xls;

/// <summary>One record of a workbook stream (MS-XLS 2.1.4).</summary>
/// <param name="Id">The kind of record.</param>
/// <param name="At">Where it begins in the stream.</param>
/// <param name="Body">What follows the four bytes of its head.</param>
internal readonly record struct BiffRecord(int Id, int At, ReadOnlyMemory<byte> Body)
{
    public const int Formula = 0x0006, EndOfFile = 0x000A, Era = 0x0022, Password = 0x002F, Continue = 0x003C,
        CodePage = 0x0042, BoundSheet = 0x0085, MultipleRk = 0x00BD, RichText = 0x00D6, ExtendedFormat = 0x00E0,
        MergeCells = 0x00E5, SharedStrings = 0x00FC, LabelSst = 0x00FD, Number = 0x0203, Label = 0x0204,
        BooleanOrError = 0x0205, String = 0x0207, Rk = 0x027E, Format = 0x041E, BeginOfFile = 0x0809;

    public bool IsCell =>
        Body.Length >= 6 && Id is Formula or MultipleRk or RichText or LabelSst or Number or Label or BooleanOrError or Rk;

    public int Row => Short(0);

    public int Column => Short(2);

    public int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Body.Span[at..]);

    public uint Int(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Body.Span[at..]);

    public double Double(int at) => BinaryPrimitives.ReadDoubleLittleEndian(Body.Span[at..]);
}

/// <summary>The records of a workbook stream. Each step forward is at least four bytes, so every run ends.</summary>
internal sealed class BiffRecords(byte[] stream)
{
    /// <summary>From the one that begins at the offset to the last that is whole.</summary>
    public IEnumerable<BiffRecord> From(int offset)
    {
        for (var at = offset; at >= 0 && at <= stream.Length - 4;)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at));
            var size = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at + 2));
            if (size > stream.Length - 4 - at)
                yield break;
            yield return new BiffRecord(id, at, stream.AsMemory(at + 4, size));
            at += 4 + size;
        }
    }

    /// <summary>Those of the substream at the offset alone, without those of charts inside it.</summary>
    public IEnumerable<BiffRecord> Substream(int offset)
    {
        var depth = 0;
        foreach (var record in From(offset))
        {
            if (record.Id == BiffRecord.BeginOfFile)
                depth++;
            else if (record.Id == BiffRecord.EndOfFile && --depth <= 0)
                yield break;
            else if (depth <= 1)
                yield return record;
        }
    }
}
