using EduAid.Application.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace EduAid.Web.Accounts;

/// <summary>Who may enter; declared once a folder. A page in no folder named here is for those who work with lists and rosters; what is no page is closed.</summary>
public static class Policies
{
    /// <summary>Whoever works with lists and rosters: school clerks (own school) and the county's aid officers.</summary>
    public const string Business = nameof(Business);

    /// <summary>The county's aid officers.</summary>
    public const string County = nameof(County);

    /// <summary>System administrators.</summary>
    public const string System = nameof(System);

    private const string Open = nameof(Open);

    private static readonly (string Folder, string Policy)[] Folders =
    [
        ("/Account", Open), ("/Design", Open), ("/Error", Open),
        ("/Users", System),
        // The registers are the county's, and so is who of them stands on no school's list.
        ("/Registers", County), ("/Missed", County),
    ];

    public static void AddTo(AuthorizationOptions options)
    {
        options.AddPolicy(Business, p => p.AddRequirements(new RoleRequirement(Role.SchoolClerk, Role.AidOfficer)));
        options.AddPolicy(County, p => p.AddRequirements(new RoleRequirement(Role.AidOfficer)));
        options.AddPolicy(System, p => p.AddRequirements(new RoleRequirement(Role.SystemAdministrator)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }

    /// <summary>Puts the folder's policy on a page; one only, where Razor Pages' own conventions would add up those of all folders above.</summary>
    public static void Guard(PageApplicationModel page)
    {
        var path = new PathString(page.ViewEnginePath);
        var policy = Folders.FirstOrDefault(f => path.StartsWithSegments(f.Folder)).Policy ?? Business;
        page.EndpointMetadata.Add(policy == Open ? new AllowAnonymousAttribute() : new AuthorizeAttribute(policy));
    }

    /// <summary>The page on which a role's work begins.</summary>
    public static string HomeOf(Role role) => role == Role.SystemAdministrator ? "/Users" : "/";
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
