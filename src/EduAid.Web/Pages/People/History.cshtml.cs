using System.Globalization;
using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.People;

/// <summary>Everything that is on record about one person, in words, newest first.</summary>
public sealed class HistoryModel(EduAidDbContext db, Visitor visitor, PersonHistory history, IStringLocalizer<Texts> texts) : PageModel
{
    private readonly Words words = Words.In(CultureInfo.CurrentUICulture);
    private SchoolLabels schools = null!;

    public PersonRecord Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await history.OfAsync(new PersonId(id), stop) is not { } person) return NotFound();
        Person = person;
        schools = await SchoolLabels.LoadAsync(db, visitor.Semester, stop);
        return Page();
    }

    public string Sentence(HistoryItem item) => item switch
    {
        HistoryItem.Listed row => texts[row.Replaced ? "People.ListedBefore" : "People.Listed",
            words.Semester(row.Semester), schools[row.School].Name, row.Class ?? "", row.Import, row.Sheet, row.Row],
        HistoryItem.Registered row => texts[row.Undone ? "People.RegisteredUndone" : "People.Registered", row.Category, words.Semester(row.From), row.Import],
        HistoryItem.Granted entry => texts["People.Granted",
            words.Semester(entry.Semester), words.Programme(entry.Programme), schools[entry.School].Name, Amounts.Yuan(entry.Fen), words.State(entry.State)],
        HistoryItem.Traced trace => texts["People.Traced", words.Audit(trace.Action), words.Role(trace.Role), Details(trace.Json)],
        _ => "",
    };

    private string Details(string? json) => words.Joined(EventDetails.Read(json).Select(d => $"{words.Detail(d.Name)} {d.Value}"));
}
