using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Settings;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Settings;

/// <param name="History">The newest first; empty where the value is the shipped one.</param>
public sealed record SettingRow(string Name, string Value, bool Mine, IReadOnlyList<Setting> History);

/// <summary>How the aid centre's work goes: each value with the day from which it holds, who set it and why.</summary>
public sealed class IndexModel(
    EduAidDbContext db, Visitor visitor, CountySettings county, BusinessDay day, TimeProvider time, ChangeSetting change, IStringLocalizer<Texts> texts) : PageModel
{
    private const int LongestReason = 500;

    [BindProperty]
    public SettingInput Input { get; set; } = new();

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public IReadOnlyList<SettingRow> Rows { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken stop) => InCountyAsync(() => ShowAsync(stop));

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => InCountyAsync(async () =>
    {
        if (Input.Name is not { } name || !SettingBook.Names.Contains(name)) return NotFound();
        if (!ChangeSetting.May(visitor.Role.ToString(), name)) return Forbid();
        // What nobody typed is not taken for an empty value.
        if (Input.From is not { } from) return await WrongAsync(texts["Settings.FromMissing"], stop);
        if (Input.Reason?.Length > LongestReason) return await WrongAsync(texts["Step.RemarkTooLong", LongestReason], stop);
        if (await change.RunAsync(visitor.Actor, name, Input.Value ?? "", from, Input.Reason ?? "", stop) is { } refusal)
            return await WrongAsync(Words[$"SettingRefusal.{refusal}"], stop);
        Done = texts["Settings.Done", Words[$"Setting.{name}"], Parts.Figures.Days.Text(from)];
        return Redirect("/Settings");
    });

    private async Task<IActionResult> WrongAsync(string message, CancellationToken stop)
    {
        ModelState.AddModelError(Input.Name!, $"{Words[$"Setting.{Input.Name}"]}: {message}");
        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        var business = await SettingBook.LoadAsync(db, Today, stop);
        // A trial's moved clock moves no security setting.
        var security = time.Today() == Today ? business : await SettingBook.LoadAsync(db, time.Today(), stop);
        var history = (await db.Settings.OrderByDescending(s => s.From).ThenByDescending(s => s.Revision).ToListAsync(stop)).ToLookup(s => s.Name);
        Rows = [.. SettingBook.Names.Select(n => new SettingRow(n, SettingBook.IsSecurity(n) ? security[n] : business[n], ChangeSetting.May(visitor.Role.ToString(), n), [.. history[n]]))];
        return Page();
    }

    // The security administrator sees no business row; the settings of the county are none.
    private async Task<T> InCountyAsync<T>(Func<Task<T>> work)
    {
        var before = db.Scope;
        db.Scope ??= Scope.OfSchools(county.Code);
        try
        {
            return await work();
        }
        finally
        {
            db.Scope = before;
        }
    }
}

public sealed class SettingInput
{
    public string? Name { get; set; }

    public string? Value { get; set; }

    public DateOnly? From { get; set; }

    /// <summary>Why, or the document that asks for it.</summary>
    public string? Reason { get; set; }
}
