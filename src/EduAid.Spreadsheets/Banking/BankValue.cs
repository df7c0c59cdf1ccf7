namespace EduAid.Spreadsheets.Banking;

/// <summary>What stands in a field of a bank file; in format files by its name in kebab case (<c>amount-yuan</c>).</summary>
public enum BankValue
{
    /// <summary>序号, from 1.</summary>
    Sequence = 1,

    /// <summary>户名: whose account it is, a guardian's or a school's too.</summary>
    Payee,
    Account,

    /// <summary>开户银行.</summary>
    Bank,

    /// <summary>Yuan with two decimals, without 千分位.</summary>
    AmountYuan,
    AmountFen,
    CitizenId,
    Remark,

    /// <summary><see cref="LineFingerprint"/>.</summary>
    Fingerprint,

    /// <summary>Number of the batch; this and the following are the same on every line.</summary>
    Batch,

    /// <summary>发文字号 of the disbursement document.</summary>
    Document,

    /// <summary>Name of the programme.</summary>
    Programme,
    ProgrammeCode,

    /// <summary>2020年春季学期.</summary>
    Semester,
    County,

    /// <summary>Day of the batch as yyyyMMdd.</summary>
    Date,

    /// <summary>Lines of the file.</summary>
    Count,
    SumYuan,
    SumFen,

    /// <summary><see cref="FileChecksum"/>.</summary>
    Checksum,

    /// <summary>处理结果; this and the following stand only in what the bank sends back.</summary>
    Outcome,
    Reason,

    /// <summary>入账日期.</summary>
    CreditedOn,
}

/// <summary>Which values belong where.</summary>
internal static class BankValues
{
    /// <summary>Differs from line to line.</summary>
    public static bool IsOfLine(this BankValue value) => value <= BankValue.Fingerprint;

    public static bool IsOfResult(this BankValue value) => value >= BankValue.Outcome;

    public static bool IsAmount(this BankValue value) => value is BankValue.AmountYuan or BankValue.AmountFen;
}
