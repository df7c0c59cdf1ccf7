using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Notices;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Notices;

public sealed record NoticeRow(Roster Roster, SchoolLabel School, int Objections, int Open);

/// <summary>Which notices hang where until when, what ends first above.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, BusinessDay day) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public DateOnly Today => day.Today;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<NoticeRow> Rows { get; private set; } = [];

    public int ToPublish { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        var found = await db.Rosters.Where(r => r.Semester == Semester && (r.NoticeFrom != null || r.State == RosterState.Confirmed)).Select(r => new
        {
            Roster = r,
            Objections = db.Objections.Count(o => o.Roster == r.Id),
            Open = db.Objections.Count(o => o.Roster == r.Id && o.Upheld == null),
        }).ToListAsync(stop);
        ToPublish = found.Count(r => r.Roster is { State: RosterState.Confirmed, NeedsNotice: true });
        var (state, programme) = (Request.Query.Text("state"), Request.Query.Text("programme"));
        var rows = found.Where(r => r.Roster.NoticeFrom is not null && (string.IsNullOrEmpty(programme) || r.Roster.Programme == programme) && state switch
        {
            "running" => NoticeAddress.Runs(r.Roster, Today),
            "over" => !NoticeAddress.Runs(r.Roster, Today),
            "objected" => r.Open > 0,
            _ => true,
        }).Select(r => new NoticeRow(r.Roster, schools[r.Roster.School], r.Objections, r.Open))
            .OrderByDescending(r => NoticeAddress.Runs(r.Roster, Today)).ThenBy(r => r.Roster.NoticeUntil).ThenBy(r => r.School.Code, StringComparer.Ordinal)
            .ThenBy(r => r.Roster.Programme, StringComparer.Ordinal).ToList();
        Paging = Paging.From(Request.Query).Of(rows.Count);
        Rows = [.. rows.Skip(Paging.Skip).Take(Paging.Size)];
    }
}
