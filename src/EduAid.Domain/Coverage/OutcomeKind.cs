namespace EduAid.Domain.Coverage;

/// <summary>What was found of a registered child who is on no school's list (核实结果).</summary>
public enum OutcomeKind
{
    /// <summary>在外就读: at a school that does not report to this county.</summary>
    Elsewhere = 1,

    /// <summary>送教上门.</summary>
    HomeTeaching,

    /// <summary>死亡.</summary>
    Deceased,

    /// <summary>户籍迁出.</summary>
    Moved,

    /// <summary>登记有误: the registered list is wrong about the child.</summary>
    ListWrong,

    /// <summary>失学辍学: known where the child is, and not at school.</summary>
    DroppedOut,

    /// <summary>仍在查找: someone has gone and not found the child yet.</summary>
    StillLooking,
}

/// <summary>What an outcome says and has to say.</summary>
public static class OutcomeRules
{
    /// <summary>
    /// Whether the child counts as accounted for. Somebody who is being looked for does not, and neither does a dropout:
    /// 二(三)3 asks that the child come back, not that the county know of it.
    /// </summary>
    public static bool Explains(this OutcomeKind kind) => kind is not (OutcomeKind.StillLooking or OutcomeKind.DroppedOut);

    /// <summary>Whether it has to name a school or a place.</summary>
    public static bool NeedsPlace(this OutcomeKind kind) => kind is OutcomeKind.Elsewhere or OutcomeKind.Moved;

    /// <summary>Whether it has to say in words what was found.</summary>
    public static bool NeedsText(this OutcomeKind kind) => !kind.NeedsPlace();

    /// <summary>The kinds that leave a child open, for questions to the database.</summary>
    public static IReadOnlyList<OutcomeKind> Open { get; } = [.. Enum.GetValues<OutcomeKind>().Where(k => !k.Explains())];
}
