using System.Buffers.Binary;

namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>
/// Walks the records of a workbook stream (MS-XLS 2.1.4) once before the library does. What would send it round for
/// ever, or make it pass over cells without a word, is put right where that is certain, and refused where it is not.
/// </summary>
internal sealed class BiffStream
{
    private const int Formula = 0x0006, EndOfFile = 0x000A, FilePass = 0x002F, BoundSheet = 0x0085, MultipleRk = 0x00BD,
        RichText = 0x00D6, SharedStringTable = 0x00FC, LabelSst = 0x00FD, Dimensions = 0x0200, Array = 0x0221,
        DataTable = 0x0236, Format = 0x041E, SharedFormula = 0x04BC, BeginOfFile = 0x0809, Unknown = 0x0FFF;

    private const int LastColumn = 255;
    private const int MostFormats = 4096;

    private readonly byte[] stream;
    private readonly HashSet<int> begins = [];
    private readonly HashSet<int> formats = [];
    private readonly List<int> sheets = [];
    private int depth;
    private long strings;
    private int dimensions;
    private (int Rows, int Columns) size;

    private BiffStream(byte[] stream) => this.stream = stream;

    /// <returns>The stream up to its last whole record, changed in place.</returns>
    public static byte[] Mend(byte[] stream, ReadingLimits limits)
    {
        if (stream.Length < 8 || BinaryPrimitives.ReadUInt16LittleEndian(stream) != BeginOfFile)
            throw Refusal.Damaged.AsException();
        var walk = new BiffStream(stream);
        var end = walk.Walk();
        if (walk.sheets.Count > limits.MaxSheets)
            throw Refusal.TooManySheets(limits.MaxSheets).AsException();
        if (walk.sheets.Count == 0 || walk.formats.Count > MostFormats || !walk.sheets.TrueForAll(walk.begins.Contains))
            throw Refusal.Damaged.AsException();
        return end == stream.Length ? stream : stream[..end];
    }

    private int Walk()
    {
        var isUnicode = Short(4) == 0x0600;
        var at = 0;
        for (int id, length; at + 4 <= stream.Length && at + 4 + (length = Short(at + 2)) <= stream.Length; at += 4 + length)
        {
            id = Short(at);
            if (id == BeginOfFile)
                Begin(at, isUnicode);
            else if (depth > 1)
                // A chart inside a sheet: the library would take it for the sheet's end, and leave out what follows.
                SetShort(at, Unknown);
            else if (depth == 1)
                Take(id, at, length, isUnicode);
            if (id == EndOfFile && --depth <= 0)
                End(isUnicode);
        }

        End(isUnicode);
        return at;
    }

    private void Begin(int at, bool isUnicode)
    {
        // Some programs leave out the end of the part before.
        if (sheets.Contains(at))
            End(isUnicode);
        if (++depth > 1)
            SetShort(at, Unknown);
        else
            begins.Add(at);
    }

    private void Take(int id, int at, int length, bool isUnicode)
    {
        switch (id)
        {
            case FilePass:
                throw Refusal.Encrypted.AsException();
            case BoundSheet when length >= 6 && stream[at + 9] == 0:
                sheets.Add(BinaryPrimitives.ReadInt32LittleEndian(stream.AsSpan(at + 4)));
                break;
            case SharedStringTable when length >= 8:
                strings = new SharedStringWalk(stream, at).Count();
                BinaryPrimitives.WriteUInt32LittleEndian(stream.AsSpan(at + 8), (uint)strings);
                break;
            case Format when length >= 2 && !formats.Add(Short(at + 4)):
                // The first of two of one number holds; the library would refuse the file.
                SetShort(at, Unknown);
                break;
            case Dimensions when length >= (isUnicode ? 12 : 8):
                dimensions = at;
                break;
            case Array or DataTable:
                // Between a formula and its text the library looks for nothing but a shared formula.
                SetShort(at, SharedFormula);
                break;
            case Formula or MultipleRk or RichText or LabelSst or (>= 0x0201 and <= 0x0205) or 0x00BE or 0x027E:
                TakeCell(id, at, length);
                break;
        }
    }

    private void TakeCell(int id, int at, int length)
    {
        if (length < 6)
            throw Refusal.Damaged.AsException();
        var (row, last) = (Short(at + 4), Short(at + 6));
        if (id == MultipleRk)
        {
            // Row, first column, six bytes a cell, last column.
            last += (length - 6) / 6 - 1;
            SetShort(at + 4 + length - 2, last);
        }

        if (last > LastColumn || (id == LabelSst && (length < 10 || BinaryPrimitives.ReadUInt32LittleEndian(stream.AsSpan(at + 10)) >= strings)))
            throw Refusal.Damaged.AsException();
        size = (Math.Max(size.Rows, row + 1), Math.Max(size.Columns, last + 1));
    }

    /// <summary>The dimensions that a sheet declares decide how many rows the library yields; from here on they are the true ones.</summary>
    private void End(bool isUnicode)
    {
        depth = 0;
        if (dimensions > 0)
        {
            var bounds = stream.AsSpan(dimensions + 4);
            bounds[..(isUnicode ? 12 : 8)].Clear();
            BinaryPrimitives.WriteUInt16LittleEndian(bounds[(isUnicode ? 10 : 6)..], (ushort)size.Columns);
            if (isUnicode)
                BinaryPrimitives.WriteInt32LittleEndian(bounds[4..], size.Rows);
            else
                BinaryPrimitives.WriteUInt16LittleEndian(bounds[2..], (ushort)Math.Min(size.Rows, ushort.MaxValue));
        }

        (dimensions, size) = (0, default);
    }

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at));

    private void SetShort(int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(stream.AsSpan(at), (ushort)value);
}
