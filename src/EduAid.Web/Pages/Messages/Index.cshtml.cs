using System.Globalization;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Submissions;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Messages;

/// <param name="By">Name of the sender, <paramref name="ReadBy"/> of whoever read it first.</param>
public sealed record MessageLine(Guid Id, SchoolId School, MessageKind Kind, Semester Semester, string? Remark, DateTimeOffset At, string By, DateTimeOffset? ReadAt, string? ReadBy);

/// <summary>消息: what the county has asked of a school; the county sees what it has sent and whether it was read.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, ReadMessage read) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public bool IsCounty => visitor.IsCounty;

    public SchoolLabels Schools { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<MessageLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Paging = Paging.From(Request.Query).Of(await db.Messages.CountAsync(stop));
        Schools = await SchoolLabels.LoadAsync(db, visitor.Semester, stop);
        Lines = await db.Messages.OrderByDescending(m => m.At).ThenBy(m => m.Id).Skip(Paging.Skip).Take(Paging.Size)
            .Select(m => new MessageLine(
                m.Id, m.School, m.Kind, m.Semester, m.Remark, m.At, db.Users.Where(u => u.UserName == m.By).Select(u => u.DisplayName).FirstOrDefault() ?? m.By,
                m.ReadAt, db.Users.Where(u => u.UserName == m.ReadBy).Select(u => u.DisplayName).FirstOrDefault() ?? m.ReadBy))
            .ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostReadAsync(Guid message, CancellationToken stop) =>
        await read.RunAsync(visitor.Actor, message, stop) ? RedirectToPage() : NotFound();
}
