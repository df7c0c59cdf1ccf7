using EduAid.Application.Calendar;
using EduAid.Application.Notices;
using EduAid.Application.Settings;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Notices;

/// <summary>One notice as it hangs, to be printed; before it goes up, as it would.</summary>
public sealed class NoticeModel(EduAidDbContext db, CountySettings county, BusinessDay day, NoticeAddress address) : PageModel
{
    public NoticePoster Poster { get; private set; } = null!;

    /// <summary>Of the page without signing in; null while the notice does not run.</summary>
    public string? PublicHref { get; private set; }

    public bool IsOver => Poster.Roster.NoticeUntil < day.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.Rosters.FirstOrDefaultAsync(r => r.Id == new RosterId(id), stop) is not { NeedsNotice: true } roster) return NotFound();
        var telephone = (await SettingBook.LoadAsync(db, roster.NoticeFrom ?? day.Today, stop)).NoticeTelephone;
        Poster = await NoticePoster.ReadAsync(db, roster, county.Name, telephone, stop);
        if (address.KeyOf(roster) is { } key) PublicHref = $"/Notice/{key}";
        return Page();
    }

    public bool NotUp => Poster.Roster.State < RosterState.OnNotice || Poster.Roster.NoticeFrom is null;
}
