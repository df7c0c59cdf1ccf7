using System.Globalization;
using EduAid.Application.Storage;
using EduAid.Application.Submissions;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Lists;

/// <summary>报送情况: how far every school of the scope is with its list; those that are behind are reminded or called.</summary>
public sealed class BoardModel(EduAidDbContext db, Visitor visitor, RemindSchools remind, CallList calls, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public IReadOnlyList<Submission> All { get; private set; } = [];

    public IReadOnlyList<Submission> Found { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public Sorting Sorting { get; private set; } = null!;

    public IReadOnlyList<Submission> Rows { get; private set; } = [];

    /// <summary>The schools that are about to be reminded; empty while they are being chosen.</summary>
    public IReadOnlyList<Submission> Chosen { get; private set; } = [];

    /// <summary>The schools to call; null unless the list was asked for.</summary>
    public IReadOnlyList<CallLine>? Calls { get; private set; }

    [TempData]
    public string? Done { get; set; }

    [TempData]
    public string? Nothing { get; set; }

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    /// <summary>Shows whom the reminder would reach; nothing is sent by it.</summary>
    [Needs(Right.RemindSchools)]
    public async Task<IActionResult> OnPostCheckAsync(List<Guid> chosen, CancellationToken stop)
    {
        await ShowAsync(stop);
        Chosen = [.. All.Where(s => chosen.Contains(s.School.Value) && s.IsOpen && (s.RemindedAt is null || s.ReminderRead))];
        if (Chosen.Count > 0) return Page();
        return Refuse(chosen.Count == 0 ? ReminderRefusal.NothingChosen : ReminderRefusal.NobodyLeft);
    }

    [Needs(Right.RemindSchools)]
    public async Task<IActionResult> OnPostRemindAsync(List<Guid> chosen, string? remark, CancellationToken stop)
    {
        var sent = await remind.RunAsync(visitor.Actor, Semester, [.. chosen.Select(c => new SchoolId(c))], remark, stop);
        if (sent.Refusal is { } refusal) return Refuse(refusal);
        Done = texts["Board.Reminded", sent.Sent] + (sent.Skipped > 0 ? texts["Board.Skipped", sent.Skipped] : "");
        return RedirectToPage();
    }

    /// <summary>The chosen schools with their numbers, to print; none chosen is nobody.</summary>
    [Needs(Right.RemindSchools)]
    public async Task<IActionResult> OnPostCallsAsync(List<Guid> chosen, CancellationToken stop)
    {
        var lines = await calls.RunAsync(visitor.Actor, Semester, [.. chosen.Select(c => new SchoolId(c))], stop);
        if (lines.Count == 0) return Refuse(ReminderRefusal.NothingChosen);
        await ShowAsync(stop);
        Calls = lines;
        return Page();
    }

    private RedirectToPageResult Refuse(ReminderRefusal refusal)
    {
        Nothing = texts["Board.Refusal." + refusal];
        return RedirectToPage();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        All = await SubmissionBoard.LoadAsync(db, Semester, stop);
        Found = [.. BoardFilter.From(Request.Query).Of(All)];
        Sorting = Sorting.From(Request.Query, new("state"), BoardFilter.SortKeys);
        Paging = Paging.From(Request.Query).Of(Found.Count);
        Rows = [.. BoardFilter.Sorted(Found, Sorting).Skip(Paging.Skip).Take(Paging.Size)];
    }
}
