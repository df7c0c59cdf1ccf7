namespace EduAid.Domain.Review;

/// <summary>What somebody has decided about a finding. Stored by number: values are only added.</summary>
public enum DecisionKind
{
    /// <summary>以此校为准: of two schools that report the child in school, the one that holds it this semester.</summary>
    HeldBy = 1,

    /// <summary>是同一人: the names differ and mean the same child. It holds for later semesters as long as both names stay.</summary>
    SamePerson,

    /// <summary>不是同一人: the registered list means another child of this ID. It holds for later semesters as long as both names stay.</summary>
    OtherPerson,

    /// <summary>What a cell that was left blank should have said: 是否寄宿, yes or no.</summary>
    Boarding,

    /// <summary>是否全日制, yes or no.</summary>
    FullTime,

    /// <summary>户籍性质.</summary>
    Household,

    /// <summary>院校所在省.</summary>
    Province,

    /// <summary>已核实: looked at and left as it is. A flag is raised no more; of an amount that was held nothing is paid.</summary>
    Accepted,
}
