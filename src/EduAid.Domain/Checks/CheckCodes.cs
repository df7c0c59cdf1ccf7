namespace EduAid.Domain.Checks;

/// <summary>What auditors look for, by stable codes; in the order of domain.md section 4.</summary>
public static class CheckCodes
{
    public const string PaidTwice = "paid.twice";
    public const string PaidAfterLeaving = "paid.after-leaving";
    public const string RegisteredNotPaid = "registered.not-paid";
    public const string PaidNotRegistered = "paid.not-registered";
    public const string WrongStandard = "standard.wrong";
    public const string CardShared = "card.shared";
    public const string CardOfStaff = "card.of-staff";
    public const string HolderUnrelated = "card.holder-unrelated";
    public const string PaidLate = "paid.late";
    public const string SumsDiffer = "sums.differ";
    public const string OnlyWhenPaid = "listed.only-when-paid";
    public const string BoardersJump = "boarders.jump";
    public const string WaiverAboveTuition = "waiver.above-tuition";
    public const string NoticeShort = "notice.short";
    public const string SameHands = "hands.same";
    public const string KindergartenOutside = "kindergarten.outside";
    public const string TuitionCharged = "tuition.charged";
    public const string CardChangedLate = "card.changed-late";

    public static IReadOnlyList<string> All { get; } =
    [
        PaidTwice, PaidAfterLeaving, RegisteredNotPaid, PaidNotRegistered, WrongStandard, CardShared, CardOfStaff, HolderUnrelated, PaidLate, SumsDiffer,
        OnlyWhenPaid, BoardersJump, WaiverAboveTuition, NoticeShort, SameHands, KindergartenOutside, TuitionCharged, CardChangedLate,
    ];
}
