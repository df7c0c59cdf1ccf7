using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Parts;

/// <summary>Fills the shell of a request. The one place that knows rail, semesters and person; pages do not repeat it.</summary>
public sealed class ShellContent(Visitor visitor, ShellCounts counts, IStringLocalizer<Texts> texts)
{
    public async Task<Shell> ForAsync(HttpContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!visitor.IsSignedIn) return Shell.Empty;
        if (visitor.Role == Role.SystemAdministrator)
            return new([new(null, [new(texts["Rail.Users"], "/Users")])], null, PersonOf(null), null);
        var known = await counts.OfAsync(visitor, cancel);
        return new(Rail(known), Semesters(known), PersonOf(known.SchoolName), null);
    }

    private List<RailGroup> Rail(Counted known)
    {
        var county = visitor.Role == Role.AidOfficer;
        List<RailGroup> rail =
        [
            new(null, [new(texts["Rail.Home"], "/")]),
            new(texts["Rail.Semester"],
            [
                new(texts["Rail.Lists"], "/Lists", string.Create(CultureInfo.InvariantCulture, $"{known.ListsSent}/{known.Schools}")),
                new(texts["Rail.Review"], "/Review", Number(known.Findings), known.Findings > 0),
                .. county ? [new RailItem(texts["Rail.Missed"], "/Missed", Number(known.Missed), known.Missed > 0)] : (ReadOnlySpan<RailItem>)[],
                new(texts["Rail.Rosters"], "/Rosters", Number(known.Rosters)),
            ]),
        ];
        if (county)
        {
            rail.Add(new(texts["Rail.Registers"],
            [
                new(texts["Rail.Schools"], "/Registers/Schools"), new(texts["Rail.Poverty"], "/Registers/Poverty"),
                new(texts["Rail.Specialties"], "/Registers/Specialties"), new(texts["Rail.Admissions"], "/Registers/Admissions"),
            ]));
        }
        rail.Add(new(texts["Rail.Records"], [new(texts["Rail.Imports"], "/Imports")]));
        return rail;
    }

    private SemesterSwitch Semesters(Counted known)
    {
        var words = Words.In(CultureInfo.CurrentUICulture);
        var choices = known.Semesters.Union([visitor.Semester.Previous, visitor.Semester, visitor.Semester.Next]).OrderDescending();
        return new(visitor.Semester.ToString(), [.. choices.Select(s => new SemesterChoice(s.ToString(), words.Semester(s)))]);
    }

    private Person PersonOf(string? school) => new(
        texts["Role." + visitor.Role], visitor.User!.DisplayName, school, "/Account/SignOut",
        visitor.Assignments.Count > 1 ? [new(texts["Account.Switch.Title"], "/Account/Switch")] : []);

    private static string? Number(int count) => count == 0 ? null : count.ToString("N0", CultureInfo.InvariantCulture);
}
