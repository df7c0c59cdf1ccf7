using EduAid.Application.Accounts;
using static EduAid.Application.Accounts.Role;

namespace EduAid.Web.Tests.Authorisation;

/// <summary>
/// Who may open what and who may change what: one row a route. Strangers are led to signing in unless the row says otherwise. A route or
/// a handler of posts without a row fails the tests: decide who may, then write it here.
/// </summary>
/// <param name="Get">Who gets the page; the other roles are refused.</param>
public sealed record Row(string Route, params IReadOnlyList<Role> Get)
{
    /// <summary>Handlers of posts (the nameless one is "") and who may call them.</summary>
    public IReadOnlyDictionary<string, Role[]> Posts { get; init; } = new Dictionary<string, Role[]>();

    /// <summary>Where the values of the route lie: in the county.</summary>
    public Func<Neighbours, string>? Own { get; init; }

    /// <summary>The address of a school's thing, for a route that names one.</summary>
    public Func<SchoolThings, string>? Of { get; init; }

    /// <summary>What strangers get: <c>in</c> leads to signing in, a number is the status.</summary>
    public string Nobody { get; init; } = "in";

    public string Refused { get; init; } = "403";

    public string Granted { get; init; } = "200";

    /// <summary>Who has signed in and has no role.</summary>
    public string Roleless { get; init; } = "403";

    /// <summary>Who holds the right to the page and is refused at this address only: finance reveals cards, and this one is an ID.</summary>
    public IReadOnlyList<Role> Elsewhere { get; init; } = [];

    /// <summary>What the posts do would end the session that tries them: they have tests of their own.</summary>
    public bool EndsSession { get; init; }

    public string Address(Neighbours n) => Own?.Invoke(n) ?? Of?.Invoke(n.A) ?? "/" + Route;

    /// <summary>The route with values that nothing has.</summary>
    public string Unknown => "/" + Route.Replace("{id:guid}", Guid.Empty.ToString()).Replace("{number:int}", "999999").Replace("{programme}", "nothing").Replace("{year:int}", "1900").Replace("{item}", "x").Replace("{code}", "nothing").Replace("{kind}", "poverty").Replace("{kind?}", "poverty").Replace("{place}", Guid.Empty.ToString());
}

public static class Routes
{
    private static readonly Role[] School = [SchoolClerk, SchoolHead, TownshipSchool];
    private static readonly Role[] County = [AidOfficer, AidDirector, Finance, BureauLeader, Auditor];
    private static readonly Role[] TownshipAndCounty = [TownshipSchool, .. County];
    private static readonly Role[] Semester = [.. School, .. County];
    private static readonly Role[] Senders = [SchoolClerk, TownshipSchool, AidOfficer];
    private static readonly Role[] DropoutWorkers = [.. School, AidOfficer];
    private static readonly Role[] DropoutReaders = [.. School, AidOfficer, AidDirector, BureauLeader, Auditor];
    private static readonly Role[] Exporters = [.. School, AidOfficer, AidDirector, Finance, Auditor];
    private static readonly Role[] CountyExporters = [AidOfficer, AidDirector, Finance, Auditor];
    private static readonly Role[] StepTakers = [.. School, AidDirector, BureauLeader];
    // Finance sees cards in full, but no citizen ID.
    private static readonly Role[] Revealers = [SchoolClerk, TownshipSchool, AidOfficer, AidDirector, Auditor];
    private static readonly Role[] Planners = [.. County, Supervisor, ResponsibleUnit];
    private static readonly Role[] Keepers = [.. School, AidOfficer];
    private static readonly Role[] Recorders = [.. Keepers, Teacher];
    private static readonly Role[] HomeTeachers = [.. Recorders, AidDirector, BureauLeader, Auditor];
    private static readonly Role[] HomeExporters = [.. Recorders, AidDirector, Auditor];
    private static readonly Role[] Administrators = [SystemAdministrator, SecurityAdministrator];
    private static readonly Role[] Everyone = Enum.GetValues<Role>();

    public static IReadOnlyList<Row> All { get; } =
    [
        new("", Semester) { Refused = "302", Roleless = "302" },
        new("Lists", Semester),
        new("Lists/Upload", Senders) { Posts = Post("", Senders) },
        new("Lists/Board", Semester)
        {
            Posts = new Dictionary<string, Role[]>
            {
                ["Check"] = [TownshipSchool, AidOfficer, AidDirector], ["Remind"] = [TownshipSchool, AidOfficer, AidDirector], ["Calls"] = [TownshipSchool, AidOfficer, AidDirector],
            },
        },
        new("Lists/Contact/{id:guid}", Senders) { Of = t => $"/Lists/Contact/{t.School.Value}", Posts = Post("", Senders) },
        new("Lists/Entry/{id:guid}", Senders)
        {
            Of = t => $"/Lists/Entry/{t.School.Value}",
            Posts = new Dictionary<string, Role[]>
            {
                ["Save"] = Senders, ["Paste"] = Senders, ["Headings"] = Senders, ["Forget"] = Senders, ["Cell"] = Senders, ["Start"] = Senders, ["Send"] = Senders,
            },
        },
        new("Jobs", Semester),
        // One's own alone: this one is nobody's.
        new("Jobs/{id:guid}", Semester)
        {
            Own = _ => $"/Jobs/{Guid.Empty}", Granted = "404", Elsewhere = Semester, Posts = new Dictionary<string, Role[]> { ["Stop"] = Semester, ["Download"] = Exporters },
        },
        new("Messages", Semester) { Posts = Post("Read", Semester) },
        new("Lists/Details/{id:guid}", Semester) { Of = t => $"/Lists/Details/{t.School.Value}", Posts = Post("", Semester) },
        new("Lists/Preview/{id:guid}", Semester)
        {
            Of = t => $"/Lists/Preview/{t.Upload}",
            Posts = new Dictionary<string, Role[]> { ["Find"] = Semester, ["Accept"] = Senders, ["Discard"] = Senders, ["Hidden"] = Senders },
        },
        new("Imports", Semester),
        new("Imports/Details/{number:int}", Semester) { Of = t => $"/Imports/Details/{t.Import}", Posts = Post("Undo", Senders) },
        new("Review", Semester) { Posts = Post("Export", Exporters) },
        new("Review/Finding/{id:guid}", Semester)
        {
            Of = t => $"/Review/Finding/{t.Finding}",
            Posts = new Dictionary<string, Role[]> { [""] = Senders, ["Card"] = Senders, ["Fee"] = [AidOfficer], ["Lift"] = [AidOfficer, AidDirector] },
        },
        new("Review/Decisions", Semester) { Posts = Post("Undo", Senders) },
        new("Checks", County) { Posts = new Dictionary<string, Role[]> { ["Run"] = [AidOfficer, AidDirector, Finance, Auditor], ["Export"] = CountyExporters } },
        new("Checks/Check/{code}", County)
        {
            Own = _ => "/Checks/Check/tuition.charged",
            Posts = new Dictionary<string, Role[]> { ["Export"] = CountyExporters, ["Charge"] = [AidOfficer, AidDirector], ["Strike"] = [AidOfficer, AidDirector] },
        },
        new("Checks/Hit/{id:guid}", County) { Own = n => $"/Checks/Hit/{n.A.Hit}", Posts = new Dictionary<string, Role[]> { ["Waive"] = [AidDirector], ["TakeBack"] = [AidDirector] } },
        new("Matching/Refused", County) { Posts = new Dictionary<string, Role[]> { ["Decide"] = [AidOfficer], ["Undo"] = [AidOfficer] } },
        new("Matching", County) { Posts = new Dictionary<string, Role[]> { ["Find"] = [AidOfficer], ["Decide"] = [AidOfficer], ["Undo"] = [AidOfficer] } },
        new("Missed", TownshipAndCounty) { Posts = new Dictionary<string, Role[]> { ["Find"] = TownshipAndCounty, ["Export"] = [TownshipSchool, .. CountyExporters] } },
        new("Missed/{id:guid}", TownshipAndCounty) { Own = n => $"/Missed/{n.RegisteredNearA.Value}", Posts = Post("Record", TownshipSchool, AidOfficer) },
        new("Dropouts", DropoutReaders) { Posts = new Dictionary<string, Role[]> { ["Find"] = DropoutReaders, ["Export"] = [.. School, AidOfficer, AidDirector, Auditor] } },
        new("Dropouts/Open", DropoutWorkers) { Posts = Post("", DropoutWorkers) },
        new("Dropouts/Upload", DropoutWorkers) { Posts = new Dictionary<string, Role[]> { ["Check"] = DropoutWorkers, ["Take"] = DropoutWorkers } },
        new("Dropouts/{id:guid}", DropoutReaders)
        {
            Of = t => $"/Dropouts/{t.Dropout}",
            Posts = new Dictionary<string, Role[]> { ["Step"] = DropoutWorkers, ["Amend"] = DropoutWorkers },
        },
        new("Loans", County) { Posts = new Dictionary<string, Role[]> { ["Find"] = County, ["Export"] = CountyExporters } },
        new("Loans/Apply", AidOfficer) { Posts = Post("", AidOfficer) },
        new("Loans/Upload", AidOfficer) { Posts = new Dictionary<string, Role[]> { ["Check"] = [AidOfficer], ["Take"] = [AidOfficer] } },
        new("Loans/{id:guid}", County) { Own = n => $"/Loans/{n.Loan}", Posts = Post("Move", AidOfficer) },
        new("Canteens", Semester) { Posts = Post("Export", Exporters) },
        new("Canteens/Waiting", Semester),
        new("Canteens/Report", Semester) { Posts = new Dictionary<string, Role[]> { ["Export"] = Exporters, ["Statements"] = Exporters } },
        new("Canteens/Upload", Keepers) { Posts = new Dictionary<string, Role[]> { ["Check"] = Keepers, ["Take"] = Keepers } },
        new("Canteens/Kitchens", Semester) { Posts = new Dictionary<string, Role[]> { ["Export"] = Exporters, ["Join"] = [AidOfficer] } },
        new("Canteens/Kitchens/Upload", Keepers) { Posts = new Dictionary<string, Role[]> { ["Check"] = Keepers, ["Take"] = Keepers } },
        new("Canteens/{id:guid}", Semester) { Of = t => $"/Canteens/{t.School.Value}" },
        new("Canteens/{id:guid}/Month", Semester) { Of = t => $"/Canteens/{t.School.Value}/Month", Posts = new Dictionary<string, Role[]> { [""] = Keepers, ["Check"] = Keepers } },
        new("Canteens/{id:guid}/Facts", Semester) { Of = t => $"/Canteens/{t.School.Value}/Facts", Posts = new Dictionary<string, Role[]> { ["Record"] = Keepers, ["Withdraw"] = Keepers } },
        new("Rosters", Semester) { Posts = new Dictionary<string, Role[]> { ["Generate"] = [AidOfficer], ["Export"] = Exporters } },
        new("Rosters/{id:guid}", Semester)
        {
            Of = t => $"/Rosters/{t.Roster.Value}",
            Posts = new Dictionary<string, Role[]> { ["Find"] = Semester, ["Export"] = Exporters },
        },
        new("Rosters/{id:guid}/Print", Semester) { Of = t => $"/Rosters/{t.Roster.Value}/Print" },
        new("Rosters/{id:guid}/Changes", Semester) { Of = t => $"/Rosters/{t.Roster.Value}/Changes" },
        // Everybody of the county may look at what a step would sign; who may take it the roster's own rights say, and tests of their own.
        new("Rosters/{id:guid}/Step/{kind}", Semester) { Of = t => $"/Rosters/{t.Roster.Value}/Step/confirm", Posts = Post("", StepTakers) },
        new("Rosters/{id:guid}/Objections", Semester)
        {
            Of = t => $"/Rosters/{t.Roster.Value}/Objections",
            Posts = new Dictionary<string, Role[]>
            {
                ["Record"] = [.. School, AidOfficer, AidDirector], ["Answer"] = [SchoolHead, TownshipSchool, AidOfficer, AidDirector],
            },
        },
        new("Rosters/{id:guid}/Withdraw", Semester)
        {
            Of = t => $"/Rosters/{t.Roster.Value}/Withdraw", Posts = Post("", SchoolHead, TownshipSchool, AidDirector),
        },
        new("Rosters/Holds", Semester) { Posts = Post("Lift", AidOfficer, AidDirector) },
        new("Rosters/Waiting", AidDirector, BureauLeader)
        {
            Posts = new Dictionary<string, Role[]> { ["Check"] = [AidDirector, BureauLeader], ["Sign"] = [AidDirector, BureauLeader] },
        },
        new("Notices", Semester),
        new("Notices/{id:guid}", Semester) { Of = t => $"/Notices/{t.Roster.Value}" },
        new("Settings", AidOfficer, AidDirector, Auditor, SecurityAdministrator) { Posts = Post("", AidDirector, SecurityAdministrator) },
        new("Registers/{kind?}", County) { Own = _ => "/Registers/poverty", Posts = Post("", County) },
        new("Registers/Upload/{kind}", AidOfficer) { Own = _ => "/Registers/Upload/poverty", Posts = Post("", AidOfficer) },
        new("Registers/Preview/{id:guid}", County)
        {
            Own = n => $"/Registers/Preview/{n.CountyUpload}",
            Posts = new Dictionary<string, Role[]> { ["Find"] = County, ["Accept"] = [AidOfficer], ["Discard"] = [AidOfficer], ["Hidden"] = [AidOfficer] },
        },
        new("Payments/Batches", County),
        new("Payments/Batches/Assemble", AidOfficer) { Posts = Post("", AidOfficer) },
        new("Payments/Batches/{id:guid}", County)
        {
            Own = n => $"/Payments/Batches/{n.Batch}",
            Posts = new Dictionary<string, Role[]>
            {
                ["Document"] = [AidOfficer], ["Discard"] = [AidOfficer], ["Release"] = [Finance], ["Download"] = [Finance], ["HandOver"] = [Finance],
                ["AskCancel"] = [Finance, AidDirector], ["Cancel"] = [Finance, AidDirector],
            },
        },
        new("Payments/Waiting", Semester),
        new("Payments/Entries", County),
        new("Payments/Entries/{id:guid}", Semester)
        {
            Of = t => $"/Payments/Entries/{t.Entry}",
            Posts = new Dictionary<string, Role[]> { ["Mend"] = [SchoolClerk, TownshipSchool, AidOfficer], ["Listed"] = [SchoolHead, TownshipSchool, AidOfficer, AidDirector], ["Close"] = [AidDirector] },
        },
        new("Payments/Cards", Semester) { Posts = Post("Decide", SchoolHead, TownshipSchool, AidOfficer, AidDirector) },
        new("Payments/Trail/{id:guid}", Semester) { Of = t => $"/Payments/Trail/{t.Person.Value}" },
        new("Payments/Returns", County),
        new("Payments/Returns/Upload", Finance, AidOfficer) { Posts = Post("", Finance, AidOfficer) },
        new("Payments/Returns/Preview/{id:guid}", Finance, AidOfficer)
        {
            Own = n => $"/Payments/Returns/Preview/{n.StagedReturn}",
            Posts = new Dictionary<string, Role[]> { ["Accept"] = [Finance, AidOfficer], ["Discard"] = [Finance, AidOfficer] },
        },
        new("Payments/Returns/{number:int}", County) { Own = n => $"/Payments/Returns/{n.BankReturn}", Posts = Post("Undo", Finance, AidOfficer) },
        new("Payments/Vouchers", County) { Posts = new Dictionary<string, Role[]> { ["Record"] = [Finance], ["Cancel"] = [Finance] } },
        new("Payments/Vouchers/Recoveries", County) { Posts = Post("Receive", Finance) },
        new("Payments/Budgets", County) { Posts = Post("", Finance) },
        new("Payments/Sums", County),
        new("Payments/Sums/Papers", County),
        new("Payments/Ledger", County) { Posts = Post("Export", County) },
        new("Payments/Archives", County),
        new("Payments/Arrivals", County) { Posts = Post("", AidOfficer, Auditor) },
        new("Payments/Arrivals/{id:guid}", County)
        {
            Own = n => $"/Payments/Arrivals/{n.ArrivalSample}",
            Posts = new Dictionary<string, Role[]> { ["Record"] = [AidOfficer, Auditor], ["Export"] = CountyExporters, ["Candidates"] = CountyExporters },
        },
        new("Payments/Archives/{programme}", County) { Own = _ => "/Payments/Archives/compulsory-living", Posts = new Dictionary<string, Role[]> { ["Close"] = [AidDirector], ["Download"] = [AidOfficer, AidDirector, Finance] } },
        new("Payments/Documents", Semester) { Posts = Post("Download", Semester) },
        new("Payments/Documents/Upload", [.. School, AidOfficer, AidDirector, Finance, BureauLeader]) { Posts = Post("", [.. School, AidOfficer, AidDirector, Finance, BureauLeader]) },
        new("People", Semester)
        {
            Posts = new Dictionary<string, Role[]> { ["Find"] = Semester, ["Columns"] = Semester, ["Save"] = Semester, ["Drop"] = Semester, ["Export"] = Exporters },
        },
        new("People/{id:guid}", Semester) { Of = t => $"/People/{t.Person.Value}", Posts = Post("Explain", County) },
        new("People/{id:guid}/History", Semester) { Of = t => $"/People/{t.Person.Value}/History" },
        new("People/{id:guid}/Edit", Senders)
        {
            Of = t => $"/People/{t.Person.Value}/Edit",
            Posts = new Dictionary<string, Role[]> { ["Name"] = Senders, ["Number"] = Senders, ["Contact"] = Senders, ["Card"] = Senders, ["Check"] = Senders },
        },
        new("People/Changes", Semester) { Posts = Post("Decide", AidOfficer, AidDirector) },
        new("People/Bulk", [AidOfficer]) { Posts = new Dictionary<string, Role[]> { [""] = [AidOfficer], ["Apply"] = [AidOfficer], ["Workbook"] = [AidOfficer] } },
        new("People/Ask", Semester) { Posts = new Dictionary<string, Role[]> { [""] = Semester, ["Export"] = Exporters } },
        new("Households", County) { Posts = Post("Find", County) },
        new("Households/{id:guid}", County) { Own = n => $"/Households/{n.A.Person.Value}" },
        new("Registers/School/{id:guid}", County) { Own = n => $"/Registers/School/{n.A.School.Value}", Posts = Post("", AidOfficer) },
        new("Registers/Specialty", County) { Posts = Post("", AidOfficer) },
        new("Reveal/{kind}/{place}", Revealers) { Of = t => $"/Reveal/CitizenId/{t.Person.Value}", Elsewhere = [Finance], Posts = Post("", [.. Revealers, Finance]) },
        new("Plans", Planners) { Posts = Post("Export", Planners) },
        new("Plans/New", Supervisor) { Posts = new Dictionary<string, Role[]> { ["Copy"] = [Supervisor], ["Preview"] = [Supervisor], ["Shipped"] = [Supervisor], ["Take"] = [Supervisor] } },
        new("Plans/Edit/{year:int}/{item}", Supervisor) { Own = _ => Neighbours.PlanItem("/Plans/Edit/2020/"), Posts = Post("", Supervisor) },
        new("Plans/{year:int}/{item}", Planners)
        {
            Own = _ => Neighbours.PlanItem("/Plans/2020/"), Posts = new Dictionary<string, Role[]> { ["Report"] = [ResponsibleUnit], ["Evidence"] = Planners },
        },
        new("Supervision/Orders", Planners),
        new("Supervision/Orders/Issue", Supervisor) { Posts = Post("", Supervisor) },
        new("Supervision/Orders/{id:guid}", Planners)
        {
            Own = n => $"/Supervision/Orders/{n.Order}",
            Posts = new Dictionary<string, Role[]> { ["Reply"] = [ResponsibleUnit], ["Close"] = [Supervisor], ["Reopen"] = [Supervisor] },
        },
        new("Supervision/Bulletins", Planners),
        new("Supervision/Bulletins/Publish", Supervisor) { Posts = Post("", Supervisor) },
        new("Supervision/Bulletins/{id:guid}", Planners) { Own = n => $"/Supervision/Bulletins/{n.Bulletin}", Posts = Post("Export", Planners) },
        new("Pairing", HomeTeachers) { Posts = Post("Find", HomeTeachers) },
        new("Pairing/Waiting", HomeTeachers),
        new("Pairing/Report", HomeTeachers) { Posts = Post("Export", HomeExporters) },
        new("Pairing/Workbooks", HomeTeachers) { Posts = new Dictionary<string, Role[]> { ["Pairs"] = HomeExporters, ["Visits"] = HomeExporters } },
        new("Pairing/Upload", Keepers) { Posts = new Dictionary<string, Role[]> { ["Check"] = Keepers, ["Take"] = Keepers } },
        new("Pairing/UploadVisits", Recorders) { Posts = new Dictionary<string, Role[]> { ["Check"] = Recorders, ["Take"] = Recorders } },
        new("Pairing/TakeOn", Keepers) { Posts = Post("", Keepers) },
        new("Pairing/{id:guid}", HomeTeachers) { Of = t => $"/Pairing/{t.Pair}", Posts = Post("Photo", HomeTeachers) },
        new("Pairing/{id:guid}/Visit", Recorders) { Of = t => $"/Pairing/{t.Pair}/Visit", Posts = Post("", Recorders) },
        new("Pairing/{id:guid}/Keep", Keepers)
        {
            Of = t => $"/Pairing/{t.Pair}/Keep", Posts = new Dictionary<string, Role[]> { ["Pass"] = Keepers, ["End"] = Keepers },
        },
        new("HomeTeaching", HomeTeachers),
        new("HomeTeaching/Calendar", HomeTeachers),
        new("HomeTeaching/Report", HomeTeachers) { Posts = Post("Export", HomeExporters) },
        new("HomeTeaching/Visits", HomeTeachers) { Posts = new Dictionary<string, Role[]> { ["Export"] = HomeExporters, ["Register"] = HomeExporters, ["Import"] = Recorders } },
        new("HomeTeaching/Upload", Keepers) { Posts = new Dictionary<string, Role[]> { ["Check"] = Keepers, ["Take"] = Keepers } },
        new("HomeTeaching/TakeOn", Keepers) { Posts = Post("", Keepers) },
        new("HomeTeaching/{id:guid}", HomeTeachers)
        {
            Of = t => $"/HomeTeaching/{t.HomeChild}", Posts = new Dictionary<string, Role[]> { ["Record"] = Recorders, ["Photo"] = HomeTeachers },
        },
        new("HomeTeaching/{id:guid}/Keep", Keepers)
        {
            Of = t => $"/HomeTeaching/{t.HomeChild}/Keep",
            Posts = new Dictionary<string, Role[]> { ["Teacher"] = Keepers, ["Release"] = Keepers, ["Revise"] = Keepers, ["End"] = Keepers },
        },
        new("Overview", AidDirector, BureauLeader, Supervisor),
        new("Overview/Figure", AidDirector, BureauLeader, Supervisor),
        new("Policies", County),
        new("Policies/Programme/{code}", County) { Own = _ => "/Policies/Programme/preschool", Posts = Post("Check", AidOfficer) },
        new("Policies/Propose", AidOfficer) { Posts = Post("", AidOfficer) },
        new("Policies/Case", AidOfficer) { Posts = Post("", AidOfficer) },
        new("Policies/Sandbox", County) { Posts = new Dictionary<string, Role[]> { [""] = County, ["Export"] = CountyExporters } },
        new("Policies/Forecast", County) { Posts = new Dictionary<string, Role[]> { [""] = County, ["Export"] = County } },
        new("Policies/Proposals", County),
        new("Policies/Proposals/{id:guid}", County)
        {
            Own = n => $"/Policies/Proposals/{n.Proposal}",
            Posts = new Dictionary<string, Role[]>
            {
                ["Compute"] = County, ["Export"] = CountyExporters, ["Supersede"] = [AidOfficer], ["Withdraw"] = [AidOfficer], ["Publish"] = [AidDirector], ["Refuse"] = [AidDirector],
            },
        },
        new("Audit", Auditor, AuditAdministrator)
        {
            Posts = new Dictionary<string, Role[]>
            {
                ["Verify"] = [Auditor, AuditAdministrator], ["Anchor"] = [Auditor, AuditAdministrator], ["Export"] = [Auditor, AuditAdministrator],
            },
        },
        new("Retention", SecurityAdministrator) { Posts = new Dictionary<string, Role[]> { ["Change"] = [SecurityAdministrator], ["Apply"] = [SecurityAdministrator] } },
        new("Users", Administrators),
        new("Users/Add", SystemAdministrator) { Posts = Post("", SystemAdministrator) },
        new("Users/{id:guid}", Administrators)
        {
            Own = n => $"/Users/{n.SomeUser}",
            Posts = new Dictionary<string, Role[]>
            {
                ["Lock"] = [SystemAdministrator], ["Unlock"] = [SystemAdministrator], ["Password"] = [SystemAdministrator],
                ["Invite"] = [SystemAdministrator], ["Factor"] = [SystemAdministrator],
                ["Grant"] = [SecurityAdministrator], ["Revoke"] = [SecurityAdministrator],
            },
        },
        new("Account", Everyone) { Roleless = "200" },
        new("Account/Switch", Everyone) { Roleless = "200", Posts = Post("", Everyone) },
        new("Account/Password", Everyone) { Roleless = "200", Posts = Post("", Everyone) },
        new("Account/SecondFactor", Everyone) { Roleless = "200", Posts = Post("", Everyone) },
        new("Account/Sessions", Everyone) { Roleless = "200", EndsSession = true, Posts = new Dictionary<string, Role[]> { ["End"] = Everyone, ["Everywhere"] = Everyone } },
        // Between the password and the code only.
        new("Account/Code") { Posts = Post("") },
        Same("Account/Invitation", "200"),
        Same("Account/Left", "200"),
        new("Account/SignIn", Everyone) { Nobody = "200", Roleless = "302", Granted = "302" },
        new("Account/SignOut", Everyone) { Nobody = "302", Roleless = "302", Granted = "302" },
        Same("Account/Denied", "403"),
        // There until all three administrators are, and here they are.
        Same("Account/Setup", "404"),
        Same("Error/{code:int?}", "404") with { Own = _ => "/Error/404" },
        // A notice that runs is there for everybody; this key leads nowhere.
        Same("Notice/{key}", "404") with { Own = _ => "/Notice/0123456789abcdef0123" },
        Same("Subsidies", "200"),
        Same("Subsidies/Calculator", "200"),
        // In Development only.
        Same("Design", "404"),
        Same("health/live", "200"),
        Same("health/ready", "200"),
    ];

    private static Row Same(string route, string answer) => new(route, Everyone) { Nobody = answer, Roleless = answer, Granted = answer };

    private static Dictionary<string, Role[]> Post(string handler, params Role[] roles) => new() { [handler] = roles };
}
