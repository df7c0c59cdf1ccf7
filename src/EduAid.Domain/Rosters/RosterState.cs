namespace EduAid.Domain.Rosters;

/// <summary>How far a roster has come. Its own life ends with its approval; from there each of its entries has one.</summary>
public enum RosterState
{
    Draft = 1,

    /// <summary>The school's head stands for it.</summary>
    Confirmed,

    /// <summary>公示: it hangs, or has hung, at the school.</summary>
    OnNotice,

    /// <summary>The county's aid director has looked at it.</summary>
    Reviewed,

    Approved,
}

/// <summary>What a roster is for. An approved roster never changes: what was wrong with it is put right by one of the other two kinds.</summary>
public enum RosterKind
{
    Regular = 1,

    /// <summary>补发: what an approved roster should have granted as well.</summary>
    Supplement,

    /// <summary>追回: what an approved roster should not have granted.</summary>
    Recovery,

    /// <summary>重复发放追回: what was granted rightly and the bank paid a second time; it changes nothing of what was granted.</summary>
    Surplus,
}

/// <summary>What somebody did for a roster, in so far as it keeps them from doing something else for it.</summary>
public enum RosterDeed
{
    /// <summary>Uploaded a list on which it stands.</summary>
    Uploaded = 1,

    /// <summary>Changed by hand what stands in it.</summary>
    Edited,

    /// <summary>Decided a finding that concerns someone on it.</summary>
    Decided,

    Generated,
    Confirmed,
    Reviewed,
    Approved,
}

/// <param name="Person">User name.</param>
public sealed record RosterDuty(string Person, RosterDeed Deed);
