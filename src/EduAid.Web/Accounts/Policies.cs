using EduAid.Application.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace EduAid.Web.Accounts;

/// <summary>Who may enter; declared once a folder in Program.cs. What no policy names is closed.</summary>
public static class Policies
{
    /// <summary>Whoever works with lists and rosters: school clerks (own school) and the county's aid officers.</summary>
    public const string Business = nameof(Business);

    /// <summary>The county's aid officers.</summary>
    public const string County = nameof(County);

    /// <summary>System administrators.</summary>
    public const string System = nameof(System);

    public static void AddTo(AuthorizationOptions options)
    {
        options.AddPolicy(Business, p => p.AddRequirements(new RoleRequirement(Role.SchoolClerk, Role.AidOfficer)));
        options.AddPolicy(County, p => p.AddRequirements(new RoleRequirement(Role.AidOfficer)));
        options.AddPolicy(System, p => p.AddRequirements(new RoleRequirement(Role.SystemAdministrator)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }
}

public sealed class RoleRequirement(params IReadOnlyList<Role> roles) : IAuthorizationRequirement
{
    public IReadOnlyList<Role> Roles => roles;
}

/// <summary>Grants by the role in which the visitor works now, not by all that the user holds.</summary>
public sealed class RoleHandler(Visitor visitor) : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (visitor.IsSignedIn && requirement.Roles.Contains(visitor.Role)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
