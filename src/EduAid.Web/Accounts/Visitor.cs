using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Web.Accounts;

/// <summary>Who makes this request, in which role, and for which semester. Filled once a request, before any page runs.</summary>
public sealed class Visitor
{
    public Assignment? Assignment { get; private set; }

    public User? User { get; private set; }

    public string Origin { get; private set; } = "";

    /// <summary>Every assignment of the user, to switch between.</summary>
    public IReadOnlyList<Assignment> Assignments { get; private set; } = [];

    /// <summary>The semester that pages show.</summary>
    public Semester Semester { get; set; }

    /// <summary>How many changes the county had seen when the request began; what was computed in the same turn still holds.</summary>
    public long CountyTurn { get; internal set; }

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Role Role => Signed.Role;

    /// <summary>The school of a school's role; null for the county's.</summary>
    public SchoolId? School => Signed.School;

    public Scope Scope => Signed.School is { } school ? Scope.OfSchools(Signed.County, school) : Scope.WholeCounty(Signed.County);

    /// <summary>Who acts, for verbs and the audit trail.</summary>
    public Actor Actor => new(User!.UserName!, Role.ToString(), Origin);

    public bool IsSignedIn => Assignment is not null;

    private Assignment Signed => Assignment ?? throw new InvalidOperationException("Nobody is signed in.");

    internal void Fill(User user, Assignment assignment, IReadOnlyList<Assignment> all, string origin) =>
        (User, Assignment, Assignments, Origin) = (user, assignment, all, origin);
}
