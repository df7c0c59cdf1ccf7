using System.Reflection;
using EduAid.Application.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace EduAid.Web.Accounts;

/// <summary>
/// Who may enter, declared once a folder: one right to look and one to change. The longest name that fits a page holds; a page in no
/// folder named here is nobody's, and what is no page is closed. A handler that changes less or more than its folder says so itself
/// (<see cref="NeedsAttribute"/>); a folder without a right to change takes no posts but those.
/// </summary>
public static class Policies
{
    private static readonly Folder[] Folders =
    [
        new("/Account", Right.OwnAccount, Right.OwnAccount),
        new("/Account/Code", Right.GiveCode, Right.GiveCode),
        new("/Account/Password", Right.ChangePassword, Right.ChangePassword),
        new("/Account/SecondFactor", Right.SetUpFactor, Right.SetUpFactor),
        new("/Index", Right.SeeSemester, null),
        new("/Lists", Right.SeeSemester, Right.SendLists),
        new("/Lists/Upload", Right.SendLists, Right.SendLists),
        new("/Lists/Entry", Right.SendLists, Right.SendLists),
        new("/Lists/Contact", Right.SendLists, Right.SendLists),
        new("/Jobs", Right.SeeSemester, Right.SeeSemester),
        new("/Messages", Right.SeeSemester, Right.SeeSemester),
        new("/Imports", Right.SeeSemester, Right.SendLists),
        new("/Review", Right.SeeSemester, null),
        new("/Review/Finding", Right.SeeSemester, Right.DecideFindings),
        new("/Review/Decisions", Right.SeeSemester, Right.DecideFindings),
        new("/Checks", Right.SeeChecks, null),
        new("/Matching", Right.SeeRegisters, Right.DecideMatches),
        new("/Rosters", Right.SeeSemester, null),
        new("/Rosters/Waiting", Right.SignRosters, Right.SignRosters),
        new("/Notices", Right.SeeSemester, null),
        new("/Settings", Right.SeeSettings, Right.ChangeSettings),
        new("/Settings/Clock", Right.OwnAccount, Right.OwnAccount),
        new("/Registers", Right.SeeRegisters, Right.KeepRegisters),
        new("/Registers/Upload", Right.KeepRegisters, Right.KeepRegisters),
        new("/Missed", Right.SeeMissed, null),
        new("/Dropouts", Right.SeeDropouts, Right.WorkDropouts),
        new("/Dropouts/Open", Right.WorkDropouts, Right.WorkDropouts),
        new("/Dropouts/Upload", Right.WorkDropouts, Right.WorkDropouts),
        new("/Loans", Right.SeeLoans, Right.KeepLoans),
        new("/Loans/Apply", Right.KeepLoans, Right.KeepLoans),
        new("/Loans/Upload", Right.KeepLoans, Right.KeepLoans),
        new("/Payments", Right.SeePayments, null),
        new("/Payments/Batches/Assemble", Right.AssembleBatches, Right.AssembleBatches),
        new("/Payments/Waiting", Right.SeeSemester, null),
        new("/Payments/Entries/Entry", Right.SeeSemester, null),
        new("/Payments/Cards", Right.SeeSemester, Right.ConfirmCards),
        new("/Payments/Trail", Right.SeeSemester, null),
        new("/Payments/Returns/Upload", Right.TakeReturns, Right.TakeReturns),
        new("/Payments/Returns/Preview", Right.TakeReturns, Right.TakeReturns),
        new("/Payments/Vouchers", Right.SeePayments, Right.RecordVouchers),
        new("/Payments/Budgets", Right.SeePayments, Right.SetBudgets),
        new("/Payments/Documents", Right.SeeSemester, Right.SeeSemester),
        new("/Payments/Documents/Upload", Right.AttachDocuments, Right.AttachDocuments),
        new("/People", Right.SeeSemester, null),
        new("/People/Edit", Right.CorrectPeople, Right.CorrectPeople),
        new("/People/Bulk", Right.ChangeInBulk, Right.ChangeInBulk),
        new("/Households", Right.SeeRegisters, null),
        new("/Reveal", Right.Reveal, Right.Reveal),
        new("/Plans", Right.SeePlan, null),
        new("/Plans/New", Right.Supervise, Right.Supervise),
        new("/Plans/Edit", Right.Supervise, Right.Supervise),
        new("/HomeTeaching", Right.SeeHomeTeaching, null),
        new("/HomeTeaching/TakeOn", Right.KeepHomeTeaching, Right.KeepHomeTeaching),
        new("/HomeTeaching/Keep", Right.KeepHomeTeaching, Right.KeepHomeTeaching),
        new("/HomeTeaching/Upload", Right.KeepHomeTeaching, Right.KeepHomeTeaching),
        new("/Canteens", Right.SeeCanteens, null),
        new("/Canteens/Month", Right.SeeCanteens, Right.StateCanteens),
        new("/Canteens/Facts", Right.SeeCanteens, Right.StateCanteens),
        new("/Canteens/Upload", Right.StateCanteens, Right.StateCanteens),
        new("/Canteens/Kitchens/Upload", Right.StateCanteens, Right.StateCanteens),
        new("/Pairing", Right.SeePairing, null),
        new("/Pairing/TakeOn", Right.KeepPairing, Right.KeepPairing),
        new("/Pairing/Keep", Right.KeepPairing, Right.KeepPairing),
        new("/Pairing/Visit", Right.RecordPairVisits, Right.RecordPairVisits),
        new("/Pairing/Upload", Right.KeepPairing, Right.KeepPairing),
        new("/Pairing/UploadVisits", Right.RecordPairVisits, Right.RecordPairVisits),
        new("/Overview", Right.SeeOverview, null),
        new("/Policies", Right.SeePolicies, Right.SeePolicies),
        new("/Policies/Propose", Right.ProposePolicies, Right.ProposePolicies),
        new("/Policies/Case", Right.ProposePolicies, Right.ProposePolicies),
        new("/Supervision", Right.SeePlan, null),
        new("/Supervision/Orders/Issue", Right.Supervise, Right.Supervise),
        new("/Supervision/Bulletins/Publish", Right.Supervise, Right.Supervise),
        new("/Audit", Right.SeeTrail, Right.SeeTrail),
        new("/Retention", Right.KeepRetention, Right.KeepRetention),
        new("/Users", Right.SeeUsers, null),
        new("/Users/Add", Right.KeepAccounts, Right.KeepAccounts),
    ];

    // These are for strangers too; what they do is limited by themselves.
    private static readonly string[] Open = ["/Account/SignIn", "/Account/SignOut", "/Account/Setup", "/Account/Invitation", "/Account/Left", "/Account/Denied", "/Notices/Public", "/Subsidies", "/Design", "/Error"];

    public static void AddTo(AuthorizationOptions options)
    {
        foreach (var right in Enum.GetValues<Right>()) options.AddPolicy(right.ToString(), p => p.AddRequirements(new RightRequirement(right)));
        options.AddPolicy(nameof(Nobody), p => p.AddRequirements(new Nobody()));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }

    /// <summary>Puts the folder's policy on a page; one only, where Razor Pages' own conventions would add up those of all folders above.</summary>
    public static void Guard(PageApplicationModel page)
    {
        if (Open.Any(o => IsUnder(page.ViewEnginePath, o))) page.EndpointMetadata.Add(new AllowAnonymousAttribute());
        else page.EndpointMetadata.Add(new AuthorizeAttribute((page.HandlerType.GetCustomAttribute<NeedsAttribute>()?.Right ?? Of(page.ViewEnginePath)?.Look)?.ToString() ?? nameof(Nobody)));
        page.Filters.Add(new HandlerRights());
    }

    /// <summary>The right that a handler of a page asks for; null where nobody holds one. Open pages ask for none.</summary>
    internal static Right? Asked(string page, bool looks, MethodInfo handler) =>
        (handler.GetCustomAttribute<NeedsAttribute>() ?? handler.DeclaringType?.GetCustomAttribute<NeedsAttribute>())?.Right
        ?? (looks ? Of(page)?.Look : Of(page)?.Change);

    internal static bool IsOpen(string page) => Open.Any(o => IsUnder(page, o));

    /// <summary>The page on which a role's work begins.</summary>
    public static string HomeOf(Role? role) =>
        role is not { } held ? "/Account" : Rights.Holds(held, Right.SeeSemester) ? "/" : Rights.Holds(held, Right.SeePlan) ? "/Plans" : Rights.Holds(held, Right.SeeHomeTeaching) ? "/HomeTeaching" : Rights.Holds(held, Right.SeeUsers) ? "/Users"
        : Rights.Holds(held, Right.SeeTrail) ? "/Audit" : "/Account";

    private static Folder? Of(string page) => Folders.Where(f => IsUnder(page, f.Path)).MaxBy(f => f.Path.Length);

    private static bool IsUnder(string page, string folder) => new PathString(page).StartsWithSegments(folder);

    /// <param name="Path">A folder or a single page.</param>
    /// <param name="Change">For whatever is no GET.</param>
    private sealed record Folder(string Path, Right Look, Right? Change);
}

public sealed record RightRequirement(Right Right) : IAuthorizationRequirement;

/// <summary>A requirement that no handler meets.</summary>
public sealed class Nobody : IAuthorizationRequirement;

/// <summary>Grants by the role in which the visitor works now, not by all that the user holds.</summary>
public sealed class RightHandler(Visitor visitor) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (visitor.May(requirement.Right)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
