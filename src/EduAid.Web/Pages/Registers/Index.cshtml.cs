using System.Globalization;
using EduAid.Application.Enrolments;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Registers;

/// <param name="Account">Masked; null where none is registered.</param>
public sealed record RegisteredSchool(string Code, SchoolVersion Version, string? Account);

public sealed record TownshipCount(string Township, int Villages, int Households, int People);

/// <summary>What the county's registers say in the semester.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, PersonDirectory people, FieldCipher cipher) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public ListKind Kind { get; private set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<RegisteredSchool> Schools { get; private set; } = [];

    public IReadOnlyList<SpecialtyVersion> Specialties { get; private set; } = [];

    public IReadOnlyList<TownshipCount> Townships { get; private set; } = [];

    /// <summary>Null where nobody is looked for.</summary>
    public IReadOnlyList<RegisteredPerson>? People { get; private set; }

    public IReadOnlyList<AdmissionList> Admissions { get; private set; } = [];

    /// <summary>A person's name or whole citizen ID: posted, because neither may stand in an address.</summary>
    [BindProperty]
    public string? Find { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string? kind, CancellationToken stop)
    {
        if ((kind is null ? ListKind.Schools : Kinds.Find(kind)) is not { } which) return NotFound();
        await ShowAsync(which, stop);
        return Page();
    }

    [Needs(Right.SeeRegisters)]
    public async Task OnPostAsync(CancellationToken stop)
    {
        await ShowAsync(ListKind.Poverty, stop);
        if (!string.IsNullOrWhiteSpace(Find)) People = await new RegisteredPeople(db, people).FindAsync(Semester, Find.Trim(), stop);
    }

    private Task ShowAsync(ListKind kind, CancellationToken stop)
    {
        Kind = kind;
        return kind switch
        {
            ListKind.Schools => ShowSchoolsAsync(stop),
            ListKind.Specialties => ShowSpecialtiesAsync(stop),
            ListKind.Poverty => ShowTownshipsAsync(stop),
            _ => ShowAdmissionsAsync(stop),
        };
    }

    private async Task ShowSchoolsAsync(CancellationToken stop)
    {
        var name = Request.Query.Text("name") ?? "";
        var rows = await db.SchoolVersions.Where(v => !v.Undone && v.From <= Semester).Join(db.Schools, v => v.School, s => s.Id, (v, s) => new { Version = v, s.Code }).ToListAsync(stop);
        var schools = rows.GroupBy(r => r.Code).Select(g => g.OrderBy(r => r.Version.From).ThenBy(r => r.Version.Import).Last())
            .Where(r => name.Length == 0 || r.Version.Name.Contains(name, StringComparison.OrdinalIgnoreCase) || r.Code == name || r.Version.Township == name)
            .OrderBy(r => r.Code, StringComparer.Ordinal).ToList();
        Paging = Paging.From(Request.Query).Of(schools.Count);
        Schools = [.. schools.Skip(Paging.Skip).Take(Paging.Size).Select(r => new RegisteredSchool(r.Code, r.Version, Account(r.Version)))];
    }

    private async Task ShowSpecialtiesAsync(CancellationToken stop)
    {
        var specialties = (await SpecialtyVersion.HoldingAsync(db, Semester, stop)).Values.OrderBy(v => v.Name, StringComparer.Ordinal).ToList();
        Paging = Paging.From(Request.Query).Of(specialties.Count);
        Specialties = [.. specialties.Skip(Paging.Skip).Take(Paging.Size)];
    }

    private async Task ShowTownshipsAsync(CancellationToken stop)
    {
        var number = Semester.Number;
        Townships = await db.Registrations.Where(r => r.ValidFrom <= Semester && r.ValidUntil > number).GroupBy(r => r.Township).OrderBy(g => g.Key)
            .Select(g => new TownshipCount(g.Key, g.Select(r => r.Village).Distinct().Count(), g.Select(r => r.HouseholdNumber).Distinct().Count(), g.Count())).ToListAsync(stop);
        Paging = Paging.From(Request.Query).Of(Townships.Count);
    }

    private async Task ShowAdmissionsAsync(CancellationToken stop)
    {
        var lists = await db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Admissions && (l.Semester == Semester || l.Semester == Semester.Next))
            .Select(l => new AdmissionList(
                db.SchoolVersions.Where(v => v.School == l.School && !v.Undone && v.From <= l.Semester).OrderByDescending(v => v.From).ThenByDescending(v => v.Import)
                    .Select(v => v.Name).FirstOrDefault() ?? "—",
                l.Rows, l.Version, l.At)).ToListAsync(stop);
        Paging = Paging.From(Request.Query).Of(lists.Count);
        Admissions = [.. lists.OrderBy(l => l.School, StringComparer.Ordinal).Skip(Paging.Skip).Take(Paging.Size)];
    }

    private string? Account(SchoolVersion version) => version.AccountCipher is { } account
        ? BankCard.Mask(cipher.Decrypt(account, Places.SchoolAccount(version.County, version.School, version.From, version.Import))) : null;
}
