using System.Buffers.Binary;

namespace EduAid.Spreadsheets.Reading.Xls;

/// <summary>
/// One run over the records of a workbook stream (MS-XLS 2.1.4) before ExcelDataReader gets it: bounds what the
/// reader would believe, and collects what its version 3.6 leaves out (error codes, the era of dates).
/// </summary>
internal sealed class BiffSurvey
{
    private const int MaxFormats = 8192;

    private readonly byte[] stream;
    private readonly List<int> sheetOffsets = [];

    public BiffSurvey(byte[] stream)
    {
        this.stream = stream;
        ReadGlobals();
        foreach (var offset in sheetOffsets)
            Errors.Add(IsEncrypted ? [] : ReadSheet(offset));
    }

    public bool IsEncrypted { get; private set; }

    public bool Is1904 { get; private set; }

    /// <summary>The code of each error cell by 0-based row and column, one map for each worksheet in its order.</summary>
    public List<Dictionary<(int Row, int Column), string>> Errors { get; } = [];

    private void ReadGlobals()
    {
        var formats = 0;
        foreach (var (id, body) in Records(0))
        {
            var bytes = body.Span;
            switch (id)
            {
                case 0x002F:
                    IsEncrypted = true;
                    return;
                case 0x0022 when bytes.Length >= 2:
                    Is1904 = bytes[0] == 1;
                    break;
                case 0x0085 when bytes.Length >= 6 && bytes[5] == 0:
                    sheetOffsets.Add((int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(bytes)));
                    break;
                case 0x041E when ++formats > MaxFormats:
                    throw Refusal.Damaged.AsException();
            }
        }
    }

    private Dictionary<(int Row, int Column), string> ReadSheet(int offset)
    {
        var errors = new Dictionary<(int Row, int Column), string>();
        foreach (var (id, body) in Records(offset))
        {
            var bytes = body.Span;
            switch (id)
            {
                case 0x0200 when bytes.Length >= 14:
                    BoundDimensions(bytes);
                    break;
                case 0x0205 when bytes.Length >= 8 && bytes[7] == 1:
                    Note(bytes, bytes[6]);
                    break;
                case 0x0006 when bytes.Length >= 14 && bytes[12] == 0xFF && bytes[13] == 0xFF && bytes[6] == 2:
                    Note(bytes, bytes[8]);
                    break;
            }
        }

        return errors;

        void Note(ReadOnlySpan<byte> cell, byte code) =>
            errors[(BinaryPrimitives.ReadUInt16LittleEndian(cell), BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]))] = Code(code);
    }

    /// <summary>BIFF 8 has 65 536 rows and 256 columns; the reader would run through as many as the record claims.</summary>
    private static void BoundDimensions(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Math.Min(65536, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..])));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], Math.Min((ushort)256, BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..])));
    }

    /// <summary>The records of the substream at the offset, to its end.</summary>
    private IEnumerable<(int Id, Memory<byte> Body)> Records(int offset)
    {
        for (long at = offset; at + 4 <= stream.Length;)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan((int)at));
            var size = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan((int)at + 2));
            if (id == 0x000A || at + 4 + size > stream.Length)
                yield break;
            yield return (id, stream.AsMemory((int)at + 4, size));
            at += 4 + size;
        }
    }

    private static string Code(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
}
