using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Submissions;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Lists;

/// <summary>Whom the aid centre calls at a school about its lists.</summary>
public sealed class ContactModel(EduAidDbContext db, Visitor visitor, KeepContact keep, FieldCipher cipher, IStringLocalizer<Texts> texts) : PageModel
{
    public SchoolLabel School { get; private set; } = null!;

    /// <summary>The number that is recorded, masked; null where none is.</summary>
    public string? Masked { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var refusal = await keep.RunAsync(visitor.Actor, new(id), Name, Phone, stop);
        if (refusal == ContactRefusal.NotFound || !await FindAsync(id, stop)) return NotFound();
        if (refusal is { } why)
        {
            ModelState.AddModelError(why == ContactRefusal.NameMissing ? nameof(Name) : nameof(Phone), texts["Contact.Refusal." + why]);
            return Page();
        }
        Done = texts["Contact.Kept"];
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (!visitor.Scope.Covers(new(id))) return false;
        if ((await SchoolLabels.LoadAsync(db, visitor.Semester, stop)).All.FirstOrDefault(s => s.Id.Value == id) is not { } school) return false;
        School = school;
        if (await db.SchoolContacts.SingleOrDefaultAsync(c => c.School == school.Id, stop) is not { } contact) return true;
        Name ??= contact.Name;
        var phone = cipher.Decrypt(contact.PhoneCipher, Places.SchoolContact(contact.County, contact.School));
        Masked = phone.Length > 7 ? $"{phone[..3]}****{phone[^4..]}" : new string('*', phone.Length);
        return true;
    }
}
