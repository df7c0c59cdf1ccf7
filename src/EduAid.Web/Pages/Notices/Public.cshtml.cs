using EduAid.Application.Notices;
using EduAid.Application.Settings;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Notices;

/// <summary>A notice for everybody, without signing in, while it runs: it comes down by itself when its time is over.</summary>
public sealed class PublicModel(EduAidDbContext db, CountySettings county, NoticeAddress address) : PageModel
{
    public NoticePoster Poster { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken stop)
    {
        // Whoever asks sees the same: the notice itself is read in the county's scope and nothing else is.
        var before = db.Scope;
        db.Scope = Scope.WholeCounty(county.Code);
        try
        {
            if (await address.FindAsync(key, stop) is not { } roster) return NotFound();
            var telephone = (await SettingBook.LoadAsync(db, roster.NoticeFrom!.Value, stop)).NoticeTelephone;
            Poster = await NoticePoster.ReadAsync(db, roster, county.Name, telephone, stop);
        }
        finally
        {
            db.Scope = before;
        }
        // Children's names are for who was told the address, not for search engines or caches.
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
