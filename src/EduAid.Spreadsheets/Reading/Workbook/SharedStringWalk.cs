using System.Buffers.Binary;

namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>
/// Counts the strings (MS-XLS 2.5.293) of the table that begins at an offset, over the records that continue it.
/// The library would step backwards over one whose extension has a length beyond 2³¹, and never come to an end.
/// </summary>
internal sealed class SharedStringWalk(byte[] stream, int table)
{
    private const int Continue = 0x003C;

    private int at = table + 4 + 8;
    private int end = table + 4 + BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(table + 2));

    /// <summary>As many as are whole, and no more than the table declares.</summary>
    public long Count()
    {
        var declared = BinaryPrimitives.ReadUInt32LittleEndian(stream.AsSpan(table + 8));
        long count = 0;
        while (count < declared && PassOne())
            count++;
        return count;
    }

    private bool PassOne()
    {
        if (at == end && !Next())
            return false;
        if (end - at < 3)
            return false;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at));
        var flags = stream[at + 2];
        var (runs, extension) = ((flags & 8) != 0 ? 2 : 0, (flags & 4) != 0 ? 4 : 0);
        if (end - at < 3 + runs + extension)
            return false;
        long tail = runs > 0 ? BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at + 3)) * 4L : 0;
        tail += extension > 0 ? BinaryPrimitives.ReadUInt32LittleEndian(stream.AsSpan(at + 3 + runs)) : 0;
        at += 3 + runs + extension;
        return PassCharacters(length, (flags & 1) != 0) && Pass(tail);
    }

    /// <summary>Where the characters go on in another record, it says anew whether they are wide.</summary>
    private bool PassCharacters(int left, bool wide)
    {
        while (left > 0)
        {
            if (at == end)
            {
                if (!Next() || at == end)
                    return false;
                wide = stream[at++] != 0;
            }

            var here = Math.Min(left, (end - at) / (wide ? 2 : 1));
            if (here == 0)
                return false;
            at += here * (wide ? 2 : 1);
            left -= here;
        }

        return true;
    }

    private bool Pass(long bytes)
    {
        while (bytes > end - at)
        {
            bytes -= end - at;
            if (!Next())
                return false;
        }

        at += (int)bytes;
        return true;
    }

    private bool Next()
    {
        if (end + 4 > stream.Length || BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(end)) != Continue)
            return false;
        at = end + 4;
        end = at + BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(end + 2));
        return end <= stream.Length;
    }
}
