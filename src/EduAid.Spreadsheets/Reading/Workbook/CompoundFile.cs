using System.Buffers.Binary;
using System.Text;

namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>
/// The streams of an OLE container (MS-CFB). Every chain is walked at most once round, every offset is checked,
/// so forged tables cost no more than the file's own size.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private const int EntrySize = 128;
    private const int HeaderSize = 512;

    private readonly byte[] file;
    private readonly int sectorSize;
    private readonly List<uint> table = [];
    private readonly List<Entry> entries = [];
    private readonly Lazy<byte[]> miniStream;
    private readonly Lazy<List<uint>> miniTable;

    public CompoundFile(byte[] file)
    {
        this.file = file;
        if (file.Length < HeaderSize || Short(0x1E) is not (9 or 12) || Short(0x20) != 6)
            throw Refusal.Damaged.AsException();
        sectorSize = 1 << Short(0x1E);
        ReadTable();
        var directory = Gather(Chain(Int(0x30), table), long.MaxValue, sectorSize, SectorOffset, file);
        for (var at = 0; at + EntrySize <= directory.Length; at += EntrySize)
            entries.Add(Entry.Read(directory.AsSpan(at, EntrySize)));
        if (entries.Count == 0)
            throw Refusal.Damaged.AsException();
        miniStream = new(() => Gather(Chain(entries[0].First, table), long.MaxValue, sectorSize, SectorOffset, file));
        miniTable = new(() => [.. Words(Gather(Chain(Int(0x3C), table), long.MaxValue, sectorSize, SectorOffset, file))]);
    }

    /// <summary>Whether the root holds such a stream; objects embedded in a document have roots of their own.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The bytes of the root's stream, as far as the file has them, or null.</summary>
    public byte[]? Read(string name)
    {
        if (Find(name) is not { } entry)
            return null;
        const int miniSector = 64;
        return entry.Size < Int(0x38)
            ? Gather(Chain(entry.First, miniTable.Value), entry.Size, miniSector, sector => (long)sector * miniSector, miniStream.Value)
            : Gather(Chain(entry.First, table), entry.Size, sectorSize, SectorOffset, file);
    }

    private Entry? Find(string name)
    {
        var seen = new HashSet<uint>();
        var pending = new Stack<uint>([entries[0].Child]);
        while (pending.TryPop(out var id))
        {
            if (id >= entries.Count || !seen.Add(id))
                continue;
            var entry = entries[(int)id];
            if (entry.IsStream && string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase))
                return entry;
            pending.Push(entry.Left);
            pending.Push(entry.Right);
        }

        return null;
    }

    /// <summary>The sector table stands in sectors listed in the header (109) and in a chain of further lists.</summary>
    private void ReadTable()
    {
        for (var index = 0; index < 109; index++)
            AddTableSector(Int(0x4C + index * 4));
        var next = Int(0x44);
        for (var left = file.Length / sectorSize; next <= LastSector && left > 0; left--)
        {
            var list = Sector(next);
            if (list.Length < sectorSize)
                return;
            for (var at = 0; at < sectorSize - 4; at += 4)
                AddTableSector(BinaryPrimitives.ReadUInt32LittleEndian(list[at..]));
            next = BinaryPrimitives.ReadUInt32LittleEndian(list[(sectorSize - 4)..]);
        }
    }

    private void AddTableSector(uint sector)
    {
        // No table needs more entries than the file has sectors; forged lists repeat the same ones.
        if (sector <= LastSector && table.Count <= file.Length / sectorSize + sectorSize)
            table.AddRange(Words(Sector(sector)));
    }

    private static List<uint> Chain(uint first, List<uint> table)
    {
        var chain = new List<uint>();
        for (var sector = first; sector < table.Count; sector = table[(int)sector])
        {
            if (chain.Count > table.Count)
                throw Refusal.Damaged.AsException();
            chain.Add(sector);
        }

        return chain;
    }

    private static byte[] Gather(List<uint> chain, long size, int sectorSize, Func<uint, long> offset, byte[] from)
    {
        var result = new byte[Math.Min(size, Math.Min((long)chain.Count * sectorSize, from.Length))];
        var filled = 0;
        foreach (var sector in chain)
        {
            var start = offset(sector);
            var count = Math.Min(Math.Min(sectorSize, result.Length - filled), from.Length - start);
            if (count <= 0)
                break;
            from.AsSpan((int)start, (int)count).CopyTo(result.AsSpan(filled));
            filled += (int)count;
        }

        return result[..filled];
    }

    private ReadOnlySpan<byte> Sector(uint sector)
    {
        var start = SectorOffset(sector);
        return start >= file.Length ? [] : file.AsSpan((int)start, (int)Math.Min(sectorSize, file.Length - start));
    }

    private long SectorOffset(uint sector) => (sector + 1L) * sectorSize;

    private static List<uint> Words(ReadOnlySpan<byte> bytes)
    {
        var words = new List<uint>(bytes.Length / 4);
        for (; bytes.Length >= 4; bytes = bytes[4..])
            words.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes));
        return words;
    }

    private ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private uint Int(int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private sealed record Entry(string Name, bool IsStream, uint Left, uint Right, uint Child, uint First, uint Size)
    {
        public static Entry Read(ReadOnlySpan<byte> bytes)
        {
            var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(bytes[0x40..]) - 2, 0, 64);
            return new Entry(
                Encoding.Unicode.GetString(bytes[..length]),
                bytes[0x42] == 2,
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x44..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x48..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x4C..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x74..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x78..]));
        }
    }
}
