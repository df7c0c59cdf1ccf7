namespace EduAid.Web.Tests.Authorisation;

/// <summary>
/// Who may open what: one row a route, with the answer for nobody, a clerk, an aid officer and a system administrator.
/// <c>in</c> leads to signing in; a number is the status. A route without a row fails the tests: decide who may enter, then write it here.
/// </summary>
public sealed record Row(string Route, string Answers)
{
    /// <summary>Its values in the county's own name, or in that of school A.</summary>
    public Func<Neighbours, string>? Own { get; init; }

    /// <summary>The same for school B; null where the thing is no school's.</summary>
    public Func<Neighbours, string>? Next { get; init; }

    public string For(int who) => Answers.Split(' ')[who];
}

public static class Routes
{
    public static IReadOnlyList<Row> All { get; } =
    [
        //  route                          nobody clerk officer administrator
        new("", "in 200 200 302"),
        new("Lists", "in 200 200 403"),
        new("Lists/Upload", "in 200 200 403"),
        new("Lists/Details/{id:guid}", "in 200 200 403") { Own = n => $"/Lists/Details/{n.A.School.Value}", Next = n => $"/Lists/Details/{n.B.School.Value}" },
        new("Lists/Preview/{id:guid}", "in 200 200 403") { Own = n => $"/Lists/Preview/{n.A.Upload}", Next = n => $"/Lists/Preview/{n.B.Upload}" },
        new("Imports", "in 200 200 403"),
        new("Imports/Details/{number:int}", "in 200 200 403") { Own = n => $"/Imports/Details/{n.A.Import}", Next = n => $"/Imports/Details/{n.B.Import}" },
        new("Review", "in 200 200 403"),
        new("Missed", "in 403 200 403"),
        new("Rosters", "in 200 200 403"),
        new("Rosters/{id:guid}", "in 200 200 403") { Own = n => $"/Rosters/{n.A.Roster.Value}", Next = n => $"/Rosters/{n.B.Roster.Value}" },
        new("Rosters/{id:guid}/Print", "in 200 200 403") { Own = n => $"/Rosters/{n.A.Roster.Value}/Print", Next = n => $"/Rosters/{n.B.Roster.Value}/Print" },
        new("Registers/{kind?}", "in 403 200 403") { Own = _ => "/Registers/poverty" },
        new("Registers/Upload/{kind}", "in 403 200 403") { Own = _ => "/Registers/Upload/poverty" },
        new("Registers/Preview/{id:guid}", "in 403 200 403") { Own = n => $"/Registers/Preview/{n.CountyUpload}" },
        new("Users", "in 403 403 200"),
        new("Users/Add", "in 403 403 200"),
        new("Users/{id:guid}", "in 403 403 200") { Own = n => $"/Users/{n.SomeUser}" },
        new("Account/SignIn", "200 302 302 302"),
        new("Account/SignOut", "302 302 302 302"),
        new("Account/Switch", "in 200 200 200"),
        new("Account/Denied", "403 403 403 403"),
        // There until somebody has an account, and here somebody has.
        new("Account/Setup", "404 404 404 404"),
        new("Error/{code:int?}", "404 404 404 404") { Own = _ => "/Error/404" },
        // In Development only.
        new("Design", "404 404 404 404"),
        new("health/live", "200 200 200 200"),
        new("health/ready", "200 200 200 200"),
    ];
}
