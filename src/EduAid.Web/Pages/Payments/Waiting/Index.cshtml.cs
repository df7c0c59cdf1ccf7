using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Waiting;

/// <summary>Approved entries without a payment, and what each waits for: of the own school, or of all.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, PayableEntries payable) : PageModel
{
    public const string ReasonKey = "reason", SchoolKey = "school";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Programme Programme { get; private set; } = null!;

    public bool IsWide => visitor.School is null;

    public IReadOnlyList<WaitingEntry> All { get; private set; } = [];

    public IReadOnlyList<WaitingEntry> Found { get; private set; } = [];

    public IReadOnlyList<WaitingEntry> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    /// <summary>Null for the people of one school, who know their own.</summary>
    public SchoolLabels? Schools { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var most = await (
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            where roster.Semester == Semester && roster.State == RosterState.Approved && (roster.Kind == RosterKind.Regular || roster.Kind == RosterKind.Supplement)
                && !db.LineEntries.Any(l => l.County == entry.County && l.Entry == entry.Id && l.Open) && !db.EntryClosures.Any(c => c.County == entry.County && c.Entry == entry.Id)
            group entry by roster.Programme into g
            orderby g.Count() descending
            select g.Key).ToListAsync(stop);
        Programme = ProgrammeAsked.Of(Request, Semester, most);
        // Nothing waits there: its entries need not be looked for.
        All = most.Contains(Programme.Code) ? await payable.WaitingAsync(Semester, Programme, stop) : [];
        if (IsWide) Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        WaitingFor? reason = Enum.TryParse<WaitingFor>(Request.Query.Text(ReasonKey), out var asked) ? asked : null;
        var school = Request.Query.Text(SchoolKey) ?? "";
        Found = [.. All.Where(w => (reason is null || w.Reason == reason) && (school.Length == 0 || Schools?[w.School] is not { } label || label.Code == school || label.Name.Contains(school, StringComparison.Ordinal)))
            .OrderByDescending(w => w.Reason).ThenBy(w => Schools?[w.School].Code, StringComparer.Ordinal).ThenBy(w => w.Name, StringComparer.Ordinal)];
        Paging = Paging.From(Request.Query).Of(Found.Count);
        Rows = [.. Found.Skip(Paging.Skip).Take(Paging.Size)];
    }
}
