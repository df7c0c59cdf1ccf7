using System.Buffers.Binary;
using System.Text;

namespace EduAid.Spreadsheets.Reading.Xls;

/// <summary>Reads strings (MS-XLS 2.5.293, 2.5.294) from a record and those that continue it.</summary>
internal sealed class BiffText
{
    private readonly List<ReadOnlyMemory<byte>> pieces = [];
    private int piece;
    private int at;

    /// <param name="records">The first holds the beginning; all CONTINUE records right behind it belong to it.</param>
    /// <param name="skip">Bytes before the string.</param>
    public BiffText(IEnumerable<BiffRecord> records, int skip)
    {
        foreach (var record in records)
        {
            if (pieces.Count > 0 && record.Id != BiffRecord.Continue)
                break;
            pieces.Add(record.Body);
        }

        at = skip;
    }

    public bool AtEnd
    {
        get
        {
            while (piece < pieces.Count && at >= pieces[piece].Length)
            {
                at -= pieces[piece].Length;
                piece++;
            }

            return piece >= pieces.Count;
        }
    }

    /// <summary>A string of BIFF 8, with what belongs to it skipped.</summary>
    /// <param name="shortLength">Whether its length takes one byte.</param>
    public string Unicode(bool shortLength = false)
    {
        int length = shortLength ? Byte() : Short();
        var flags = Byte();
        var runs = (flags & 8) != 0 ? Short() : 0;
        var extension = (flags & 4) != 0 ? Short() + ((long)Short() << 16) : 0;
        var text = Characters(length, wide: (flags & 1) != 0);
        Skip(runs * 4L + extension);
        return text;
    }

    /// <summary>A string of BIFF 5, one or two bytes a character by the code page.</summary>
    public string Bytes(Encoding encoding, bool shortLength)
    {
        var bytes = new byte[shortLength ? Byte() : Short()];
        for (var index = 0; index < bytes.Length; index++)
            bytes[index] = Byte();
        return encoding.GetString(bytes);
    }

    /// <summary>Where the characters go on in another record, it says anew whether they are wide.</summary>
    private string Characters(int length, bool wide)
    {
        var text = new StringBuilder(Math.Min(length, 8224));
        while (text.Length < length)
        {
            var here = piece;
            if (AtEnd)
                throw Refusal.Damaged.AsException();
            if (piece != here && text.Length > 0)
                wide = (Byte() & 1) != 0;
            if (AtEnd)
                throw Refusal.Damaged.AsException();
            var left = pieces[piece].Span[at..];
            var count = Math.Min(length - text.Length, wide ? left.Length / 2 : left.Length);
            if (count == 0)
                throw Refusal.Damaged.AsException();
            for (var index = 0; index < count; index++)
                text.Append(wide ? (char)BinaryPrimitives.ReadUInt16LittleEndian(left[(index * 2)..]) : (char)left[index]);
            at += wide ? count * 2 : count;
        }

        return text.ToString();
    }

    private void Skip(long bytes)
    {
        for (; bytes > 0 && !AtEnd;)
        {
            var step = (int)Math.Min(bytes, pieces[piece].Length - at);
            at += step;
            bytes -= step;
        }
    }

    private int Short() => Byte() | (Byte() << 8);

    private byte Byte() => AtEnd ? throw Refusal.Damaged.AsException() : pieces[piece].Span[at++];
}
