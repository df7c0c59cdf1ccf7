namespace EduAid.Domain.Payments;

/// <summary>What a bank reports of one payment (domain.md section 4).</summary>
public enum BankOutcome
{
    Paid = 1,

    /// <summary>Refused; a <see cref="BankReasons"/> code says why.</summary>
    Failed,

    /// <summary>已收妥未入账: neither paid nor failed.</summary>
    Pending,

    /// <summary>退票: reverses an earlier success.</summary>
    Returned,
}

/// <summary>Why a bank did not pay; stable codes.</summary>
public static class BankReasons
{
    /// <summary>户名不符.</summary>
    public const string NameDiffers = "name-differs";

    /// <summary>账户不存在.</summary>
    public const string AccountUnknown = "account-unknown";

    /// <summary>账户已销户.</summary>
    public const string AccountClosed = "account-closed";

    /// <summary>睡眠户.</summary>
    public const string AccountDormant = "account-dormant";

    /// <summary>卡号错误.</summary>
    public const string CardWrong = "card-wrong";

    /// <summary>账户冻结.</summary>
    public const string AccountFrozen = "account-frozen";

    /// <summary>Anything else; the bank's own text says what.</summary>
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } =
        [NameDiffers, AccountUnknown, AccountClosed, AccountDormant, CardWrong, AccountFrozen, Other];
}
