using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Web.Accounts;

/// <summary>Who makes this request, in which role, and for which semester. Filled once a request, before any page runs.</summary>
public sealed class Visitor
{
    private Scope? scope;

    public User? User { get; private set; }

    public UserSession? Session { get; private set; }

    public Assignment? Assignment { get; private set; }

    public string Origin { get; private set; } = "";

    /// <summary>Every assignment of the user, to switch between.</summary>
    public IReadOnlyList<Assignment> Assignments { get; private set; } = [];

    /// <summary>What is still to be done before anything else.</summary>
    public Pending Pending { get; private set; }

    /// <summary>The semester that pages show.</summary>
    public Semester Semester { get; set; }

    /// <summary>Without a request for so long the session is over.</summary>
    public TimeSpan Idle { get; internal set; }

    /// <summary>How many changes the county had seen when the request began; what was computed in the same turn still holds.</summary>
    public long CountyTurn { get; internal set; }

    /// <summary>Own jobs, asked for in the present role, that have not ended.</summary>
    public int Jobs { get; private set; }

    /// <summary>Somebody has signed in, with or without a role, and has nothing left to do for it.</summary>
    public bool IsSignedIn => User is not null && Pending == Pending.Nothing;

    /// <exception cref="InvalidOperationException">The visitor has no role.</exception>
    public Role Role => Signed.Role;

    /// <summary>Whose rows the visitor sees.</summary>
    /// <exception cref="InvalidOperationException">The visitor's role sees none: an administrator's, or none at all.</exception>
    public Scope Scope => scope ?? throw new InvalidOperationException("The visitor sees no rows.");

    /// <summary>The one school that the visitor sees; null for the county and for a township with several.</summary>
    public SchoolId? School => scope?.Schools is [var only] ? only : null;

    /// <summary>Tells apart those who see different schools: the same place sees the same schools until the county's turn goes up.</summary>
    public string Place => IsCounty ? "" : Signed.Township ?? Signed.School?.ToString() ?? "-";

    /// <summary>Whether the visitor sees all schools of the county.</summary>
    public bool IsCounty => scope is { Schools: null };

    /// <summary>Who acts, for verbs and the audit trail.</summary>
    public Actor Actor => new(User!.UserName!, Assignment?.Role.ToString() ?? "-", Origin);

    private Assignment Signed => Assignment ?? throw new InvalidOperationException("The visitor has no role.");

    /// <summary>Whether the visitor may do that in the role in which they work now: asked by every page and handler, and by whoever shows a button.</summary>
    public bool May(Right right) => User is not null && (Pending.Only() is { } only ? right == only : right switch
    {
        Right.OwnAccount or Right.ChangePassword or Right.SetUpFactor => true,
        Right.GiveCode => false,
        _ => Assignment is { } held && Rights.Holds(held.Role, right),
    });

    internal Scope? Narrow(Scope? reach) => scope = reach;

    internal void Fill(User user, UserSession session, Assignment? assignment, IReadOnlyList<Assignment> all, Scope? reach, string origin, int jobs)
    {
        (User, Session, Assignments, Origin, Jobs) = (user, session, all, origin, jobs);
        Pending = PendingSteps.Of(user, session, all);
        // Who is not done with signing in has no role and no rows yet.
        if (Pending == Pending.Nothing) (Assignment, scope) = (assignment, reach);
    }
}
