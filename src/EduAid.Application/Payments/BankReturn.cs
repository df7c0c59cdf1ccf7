using EduAid.Application.Storage;
using EduAid.Domain.Payments;

namespace EduAid.Application.Payments;

/// <summary>银行回盘: a file of results that a bank sent.</summary>
public sealed class BankReturn : ICountyRow
{
    public required string County { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Base name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Key of the stored file.</summary>
    public required Guid File { get; init; }

    /// <summary>The batch named by whoever took it in, for files that name none.</summary>
    public Guid? Batch { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Rows { get; init; }

    /// <summary>Rows that said something new of a payment.</summary>
    public required int Applied { get; init; }

    /// <summary>Rows that could not be matched or contradict what was sent; they change nothing and are shown.</summary>
    public required int Unmatched { get; init; }

    public string? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }
}

public enum ReturnVerdict
{
    /// <summary>Says something new of a payment.</summary>
    Applied = 1,

    /// <summary>Says what is known.</summary>
    Known,

    /// <summary>No batch of this number was released.</summary>
    BatchUnknown,

    /// <summary>The batch has no such line.</summary>
    LineUnknown,

    /// <summary>The account is not the one to which the line was sent.</summary>
    AccountDiffers,

    AmountDiffers,

    /// <summary>The batch was cancelled before it was handed over, and the bank answers all the same.</summary>
    BatchCancelled,

    /// <summary>The row could not be read.</summary>
    Unreadable,
}

/// <summary>One row of a bank's file, as it was taken. Whatever the verdict, it stays on record.</summary>
public sealed class BankReturnRow : ICountyRow
{
    public required string County { get; init; }

    public required int Return { get; init; }

    /// <summary>From 1 within the file.</summary>
    public required int Number { get; init; }

    public required ReturnVerdict Verdict { get; init; }

    public Guid? Batch { get; init; }

    /// <summary>The batch as the row names it.</summary>
    public string? BatchText { get; init; }

    public int? Sequence { get; init; }

    public BankOutcome? Outcome { get; init; }

    public string? Reason { get; init; }

    public string? ReasonText { get; init; }

    public long? Fen { get; init; }

    /// <summary>The account as the bank reports it, masked.</summary>
    public string? Account { get; init; }

    public DateOnly? CreditedOn { get; init; }

    public required string Sheet { get; init; }

    public required int Row { get; init; }
}
