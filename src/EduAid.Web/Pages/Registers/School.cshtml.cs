using System.Globalization;
using EduAid.Application.Enrolments;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Rosters;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Registers;

/// <param name="Account">Masked; null where none is registered.</param>
public sealed record SchoolState(SchoolVersion Version, string? Account, string File, string By, DateTimeOffset At);

public sealed record SchoolLists(Semester Semester, int Version, int Rows, DateTimeOffset At, string By);

public sealed record SchoolRoster(Guid Id, Semester Semester, string Programme, RosterKind Kind, RosterState State, int Entries, long Fen);

/// <summary>One school: what the register says of it in time, its lists and rosters; a change by hand is a version from a semester on.</summary>
public sealed class SchoolModel(EduAidDbContext db, Visitor visitor, FieldCipher cipher, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>The latest first.</summary>
    public IReadOnlyList<SchoolState> States { get; private set; } = [];

    public IReadOnlyList<SchoolLists> Lists { get; private set; } = [];

    public IReadOnlyList<SchoolRoster> Rosters { get; private set; } = [];

    [BindProperty]
    public SchoolInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    /// <summary>What holds in the semester that is shown.</summary>
    public SchoolState Now => States.FirstOrDefault(s => s.Version.From <= visitor.Semester) ?? States[^1];

    public IEnumerable<Semester> Beginnings => [visitor.Semester.Next, visitor.Semester, visitor.Semester.Previous];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Input = SchoolInput.Of(Now.Version, visitor.Semester);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] ReviseSchool revise, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        var refusal = Input.Read() is { } asked ? await revise.RunAsync(visitor.Actor, new(id), asked.From, asked.Revision, Input.Reason, stop) : RevisionRefusal.AmountWrong;
        if (refusal is null)
        {
            Done = texts["School.Done"];
            return RedirectToPage(new { id });
        }
        ModelState.AddModelError(refusal switch { RevisionRefusal.NameMissing => "Input.Name", RevisionRefusal.ReasonMissing => "Input.Reason", RevisionRefusal.AmountWrong => "Input.Tuition", _ => "" }, Words.Refusal(refusal.Value));
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        var school = new SchoolId(id);
        var versions = await (
            from v in db.SchoolVersions
            join s in db.Schools on v.School equals s.Id
            join i in db.Imports on v.Import equals i.Number
            where v.School == school && !v.Undone
            select new { s.Code, Version = v, i.File, i.At, By = db.Users.Where(u => u.UserName == i.By).Select(u => u.DisplayName).FirstOrDefault() ?? i.By }).ToListAsync(stop);
        if (versions.Count == 0) return false;
        (Id, Code) = (id, versions[0].Code);
        States = [.. versions.OrderByDescending(v => v.Version.From).ThenByDescending(v => v.Version.Import).Select(v => new SchoolState(v.Version, Account(v.Version), v.File, v.By, v.At))];
        Lists = await db.SchoolLists.Where(l => l.School == school && l.Current && l.Kind == SchoolListKind.Enrolments).OrderByDescending(l => l.Semester)
            .Select(l => new SchoolLists(l.Semester, l.Version, l.Rows, l.At, db.Users.Where(u => u.UserName == l.By).Select(u => u.DisplayName).FirstOrDefault() ?? l.By)).ToListAsync(stop);
        Rosters = await db.Rosters.Where(r => r.School == school && r.Entries > 0).OrderByDescending(r => r.Semester).ThenBy(r => r.Programme).Take(40)
            .Select(r => new SchoolRoster(r.Id.Value, r.Semester, r.Programme, r.Kind, r.State, r.Entries, r.Fen)).ToListAsync(stop);
        return true;
    }

    private string? Account(SchoolVersion version) => version.AccountCipher is { } account
        ? BankCard.Mask(cipher.Decrypt(account, Places.SchoolAccount(version.County, version.School, version.From, version.Import))) : null;
}

/// <summary>The form of a school; what it has no field for stays as it is.</summary>
public sealed class SchoolInput
{
    public string? Name { get; set; }

    public string? Township { get; set; }

    public SchoolKind Kind { get; set; }

    public Sponsor? Sponsor { get; set; }

    public Tier Tier { get; set; }

    /// <summary>Yuan per semester; blank where it is not recorded.</summary>
    public string? Tuition { get; set; }

    public string? From { get; set; }

    public string? Reason { get; set; }

    public static SchoolInput Of(SchoolVersion version, Semester from) => new()
    {
        Name = version.Name,
        Township = version.Township,
        Kind = version.Kind,
        Sponsor = version.Sponsor,
        Tier = version.Tier,
        Tuition = version.ActualTuitionFen is { } fen ? Money.FromFen(fen).ToString() : null,
        From = from.ToString(),
    };

    /// <returns>Null where the tuition or the semester is none.</returns>
    internal (Semester From, SchoolRevision Revision)? Read()
    {
        var tuition = TypedFields.Yuan(Tuition);
        if ((tuition is null && !string.IsNullOrWhiteSpace(Tuition)) || !Semester.TryParse(From, out var from) || !Enum.IsDefined(Kind) || !Enum.IsDefined(Tier)) return null;
        return (from, new(Name, Township, Kind, Sponsor, Tier, tuition));
    }
}
