using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Domain.Payments;

public enum BatchState
{
    /// <summary>Assembled by the aid centre; it can be discarded without a trace in any file.</summary>
    Assembled = 1,

    /// <summary>Finance has released its bank file.</summary>
    Released,

    /// <summary>The file is in the bank's hands.</summary>
    HandedOver,
    Cancelled,
}

/// <summary>发放批次: payments of one programme in one semester that go to the bank together.</summary>
public sealed class Batch
{
    private Batch()
    {
    }

    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Within the county and year, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>批次号, as the bank knows it.</summary>
    public required string Number { get; init; }

    public required Semester Semester { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    public required Payee Payee { get; init; }

    public BatchState State { get; private set; }

    public required int Lines { get; init; }

    public required long Fen { get; init; }

    /// <summary>Whole fen of lines that no earlier batch tried: what a disbursement document has to order.</summary>
    public required long FirstFen { get; init; }

    public required string AssembledBy { get; init; }

    public required DateTimeOffset AssembledAt { get; init; }

    /// <summary>发文字号; a batch that only tries again needs none of its own.</summary>
    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    /// <summary>The sum that the document itself states, whole fen.</summary>
    public long? DocumentFen { get; private set; }

    /// <summary>Code of the bank file's format.</summary>
    public string? Format { get; private set; }

    public string? FileName { get; private set; }

    /// <summary>Key of the stored file.</summary>
    public Guid? File { get; private set; }

    /// <summary>Of the file's bytes, in lower-case hex.</summary>
    public string? FileSha256 { get; private set; }

    /// <summary>As the file carries it.</summary>
    public string? Checksum { get; private set; }

    public string? ReleasedBy { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public string? HandedOverBy { get; private set; }

    /// <summary>The business day on which the bank got the file.</summary>
    public DateOnly? HandedOverOn { get; private set; }

    public string? CancelAskedBy { get; private set; }

    public string? CancelReason { get; private set; }

    public string? CancelledBy { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; private set; }

    public static Batch Assemble(
        string county, Guid id, int sequence, string number, Semester semester, string programme, Payee payee, int lines, long fen, long firstFen, string by,
        DateTimeOffset at) => new()
        {
            County = county,
            Id = id,
            Sequence = sequence,
            Number = number,
            Semester = semester,
            Programme = programme,
            Payee = payee,
            State = BatchState.Assembled,
            Lines = lines,
            Fen = fen,
            FirstFen = firstFen,
            AssembledBy = by,
            AssembledAt = at,
        };

    /// <summary>Whether its disbursement document must have a number of its own.</summary>
    public bool NeedsDocument => FirstFen > 0;

    /// <summary>发文: number, day and the sum that the document states.</summary>
    public BatchRefusal? SetDocument(string number, DateOnly date, Money sum)
    {
        if (State != BatchState.Assembled) return new BatchRefusal.WrongState(State);
        if (string.IsNullOrWhiteSpace(number)) return new BatchRefusal.DocumentMissing();
        (DocumentNumber, DocumentDate, DocumentFen) = (number.Trim(), date, sum.Fen);
        Version++;
        return null;
    }

    /// <summary>计财股放行: the bank file is made, once and for ever.</summary>
    public BatchRefusal? Release(string format, string fileName, Guid file, string sha256, string checksum, string by, DateTimeOffset at)
    {
        if (RefusalOfRelease(by) is { } refusal) return refusal;
        (Format, FileName, File, FileSha256, Checksum, ReleasedBy, ReleasedAt) = (format, fileName, file, sha256, checksum, by, at);
        Become(BatchState.Released);
        return null;
    }

    /// <summary>Why it can't be released now, or null; asked before the file is written.</summary>
    public BatchRefusal? RefusalOfRelease(string by)
    {
        if (State != BatchState.Assembled) return new BatchRefusal.WrongState(State);
        if (NeedsDocument && DocumentNumber is null) return new BatchRefusal.DocumentMissing();
        if (NeedsDocument && DocumentFen != FirstFen) return new BatchRefusal.DocumentDiffers(DocumentFen ?? 0, FirstFen);
        return by == AssembledBy ? new BatchRefusal.SamePerson(by) : null;
    }

    /// <summary>The file is handed to the bank: from here on only the bank says what became of it.</summary>
    public BatchRefusal? HandOver(string by, DateOnly on)
    {
        if (State != BatchState.Released) return new BatchRefusal.WrongState(State);
        (HandedOverBy, HandedOverOn, CancelAskedBy, CancelReason) = (by, on, null, null);
        Become(BatchState.HandedOver);
        return null;
    }

    /// <summary>Asks for a file that was never handed over to be cancelled; somebody else must agree.</summary>
    public BatchRefusal? AskToCancel(string by, string reason)
    {
        if (State == BatchState.HandedOver) return new BatchRefusal.AlreadyHandedOver();
        if (State != BatchState.Released) return new BatchRefusal.WrongState(State);
        if (string.IsNullOrWhiteSpace(reason)) return new BatchRefusal.ReasonMissing();
        (CancelAskedBy, CancelReason) = (by, reason.Trim());
        Version++;
        return null;
    }

    public BatchRefusal? Cancel(string by, DateTimeOffset at)
    {
        if (State == BatchState.HandedOver) return new BatchRefusal.AlreadyHandedOver();
        if (State != BatchState.Released || CancelAskedBy is null) return new BatchRefusal.WrongState(State);
        if (by == CancelAskedBy) return new BatchRefusal.SamePerson(by);
        (CancelledBy, CancelledAt) = (by, at);
        Become(BatchState.Cancelled);
        return null;
    }

    /// <summary>Gives up a batch of which no file was made.</summary>
    public BatchRefusal? Discard(string by, DateTimeOffset at, string reason)
    {
        if (State != BatchState.Assembled) return new BatchRefusal.WrongState(State);
        if (string.IsNullOrWhiteSpace(reason)) return new BatchRefusal.ReasonMissing();
        (CancelReason, CancelledBy, CancelledAt) = (reason.Trim(), by, at);
        Become(BatchState.Cancelled);
        return null;
    }

    private void Become(BatchState state)
    {
        State = state;
        Version++;
    }
}
