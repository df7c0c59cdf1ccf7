using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Application.Payments;

/// <summary>拨付票据: proof that the money of a batch has left the treasury.</summary>
public sealed class Voucher : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    public required Guid Batch { get; init; }

    /// <summary>票据号.</summary>
    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required long Fen { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A voucher entered by mistake is struck out and stays.</summary>
    public string? CancelledBy { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    public string? CancelReason { get; set; }
}

/// <summary>Money that came back for an entry of a recovery roster.</summary>
public sealed class RecoveryReceipt : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The recovery roster's entry.</summary>
    public required Guid Entry { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>缴款书号.</summary>
    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required long Fen { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>归档: the books of a programme and semester are closed and sealed.</summary>
public sealed class ProgrammeClosing : ICountyRow
{
    public required string County { get; init; }

    public required Semester Semester { get; init; }

    public required string Programme { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Key of the stored package.</summary>
    public required Guid File { get; init; }

    public required string FileName { get; init; }

    /// <summary>Of the package, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Fingerprint of the key that signed it.</summary>
    public required string Fingerprint { get; init; }
}
