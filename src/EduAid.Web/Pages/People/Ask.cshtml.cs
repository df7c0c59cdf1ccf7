using System.Globalization;
using EduAid.Application.Intake;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.People;

/// <summary>Asks about many at once: a pasted or sent list of IDs or names. It is read for this answer and kept nowhere.</summary>
public sealed class AskModel(EduAidDbContext db, Visitor visitor, AskMany ask, TurnCache cache, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Rows that the screen shows; the workbook has all.</summary>
    public const int Shown = 200;

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    [BindProperty]
    public string? Lines { get; set; }

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>Null where nothing was asked.</summary>
    public ManyStandings? Answer { get; private set; }

    public SchoolLabels Schools { get; private set; } = null!;

    public void OnGet()
    {
    }

    [Needs(Right.SeeSemester)]
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Answer = await AskAsync(stop);
        return Page();
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(CancellationToken stop)
    {
        if (await AskAsync(stop) is not { } answer) return Page();
        var output = new MemoryStream();
        AskMany.Write(output, Semester, answer, Schools, Words.Chinese, stop);
        return Workbook.File(output, $"{Semester.ToChinese()}批量查询结果");
    }

    private async Task<ManyStandings?> AskAsync(CancellationToken stop)
    {
        Schools = await cache.GetAsync(() => SchoolLabels.LoadAsync(db, Semester, stop));
        var asked = new List<AskedLine>(AskedLine.FromText(Lines));
        foreach (var file in await SentFiles.ReadAsync(Files, stop))
        {
            if (AskedLine.FromFile(new SentFile(file.Name, () => new MemoryStream(file.Content, writable: false))) is { } lines) asked.AddRange(lines);
            else ModelState.AddModelError(nameof(Files), texts["Ask.Unreadable", file.Name]);
        }
        if (ModelState.IsValid && asked.Count == 0) ModelState.AddModelError(nameof(Lines), texts["Ask.Nothing"]);
        if (asked.Count > AskMany.Most) ModelState.AddModelError(nameof(Files), texts["Ask.TooMany", AskMany.Most]);
        return ModelState.IsValid ? await ask.RunAsync(visitor.Actor, Semester, asked, stop) : null;
    }
}
