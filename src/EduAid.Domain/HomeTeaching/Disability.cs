namespace EduAid.Domain.HomeTeaching;

/// <summary>Why a child is taught at home: the kinds of GB/T 26341, and illness.</summary>
public enum DisabilityKind
{
    Sight = 1,
    Hearing,
    Speech,
    Body,
    Mind,

    /// <summary>精神残疾.</summary>
    Mental,

    Multiple,

    /// <summary>重病: no disability that was assessed.</summary>
    Illness,
}

/// <summary>Level of a disability by GB/T 26341; one and two are severe (重度).</summary>
public enum DisabilityLevel
{
    One = 1,
    Two,
    Three,
    Four,

    NotAssessed,
}
