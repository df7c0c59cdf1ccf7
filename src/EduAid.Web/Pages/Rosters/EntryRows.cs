using System.Globalization;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Rosters;

/// <param name="Number">序号: its place on the printed roster, whatever the page is sorted by.</param>
public sealed record EntryRow(
    int Number, Guid Id, PersonId Person, string Name, string? Grade, int GradeOrder, string? Class, bool? Boarding, long Fen, IReadOnlyList<string> Flags);

/// <summary>What a line of a supplement or recovery corrects.</summary>
public sealed record CorrectedEntry(RosterId Roster, Guid Entry, long Fen);

/// <summary>The entries of one roster. A school has at most some thousands, so they are sorted and searched here, by the order that people expect of Chinese names.</summary>
public static class EntryRows
{
    private static readonly StringComparer ByPinyin = StringComparer.Create(CultureInfo.GetCultureInfo("zh-Hans"), CompareOptions.None);

    public static IReadOnlyList<string> SortKeys { get; } = ["number", "name", "grade", "class", "amount"];

    public static async Task<IReadOnlyList<EntryRow>> LoadAsync(EduAidDbContext db, RosterId roster, CancellationToken stop)
    {
        var entries = await db.RosterEntries.Where(e => e.Roster == roster)
            .Select(e => new { e.Id, e.Person, e.Name, e.Grade, e.GradeOrder, e.Class, e.Boarding, e.Fen, e.Flags, e.Line }).ToListAsync(stop);
        return
        [
            .. entries.OrderBy(e => e.GradeOrder).ThenBy(e => e.Class?.Length ?? 0).ThenBy(e => e.Class, StringComparer.Ordinal).ThenBy(e => e.Line)
                .Select((e, i) => new EntryRow(
                    i + 1, e.Id, e.Person, e.Name, e.Grade, e.GradeOrder, e.Class, e.Boarding, e.Fen, e.Flags.Split(',', StringSplitOptions.RemoveEmptyEntries))),
        ];
    }

    /// <summary>By entry of a roster: the entry of another one that it corrects.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CorrectedEntry>> CorrectedAsync(EduAidDbContext db, RosterId roster, CancellationToken stop) =>
        await (
            from entry in db.RosterEntries
            join corrected in db.RosterEntries on entry.Corrects equals (Guid?)corrected.Id
            where entry.Roster == roster
            select new { entry.Id, Corrected = new CorrectedEntry(corrected.Roster, corrected.Id, corrected.Fen) }).ToDictionaryAsync(e => e.Id, e => e.Corrected, stop);

    /// <summary>Query parameters: <c>q</c> a part of the name or class, <c>grade</c>, <c>flag</c> (a code, or <c>any</c>).</summary>
    public static IEnumerable<EntryRow> Filtered(IEnumerable<EntryRow> rows, IQueryCollection query)
    {
        var (text, grade, flag) = (query.Text("q") ?? "", query.Text("grade") ?? "", query.Text("flag") ?? "");
        return rows.Where(r =>
            (text.Length == 0 || r.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || (r.Class?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false))
            && (grade.Length == 0 || r.Grade == grade)
            && flag switch { "" => true, "any" => r.Flags.Count > 0, _ => r.Flags.Contains(flag) });
    }

    public static IReadOnlyList<EntryRow> Sorted(IEnumerable<EntryRow> rows, Sorting sorting)
    {
        Comparison<EntryRow> order = sorting.Key switch
        {
            "name" => (a, b) => ByPinyin.Compare(a.Name, b.Name),
            "grade" => (a, b) => a.GradeOrder.CompareTo(b.GradeOrder),
            "class" => (a, b) => (a.Class?.Length ?? 0, a.Class ?? "").CompareTo((b.Class?.Length ?? 0, b.Class ?? "")),
            "amount" => (a, b) => a.Fen.CompareTo(b.Fen),
            _ => (a, b) => a.Number.CompareTo(b.Number),
        };
        var sorted = rows.ToList();
        sorted.Sort((a, b) => (sorting.Descending ? order(b, a) : order(a, b)) is var c and not 0 ? c : a.Number.CompareTo(b.Number));
        return sorted;
    }
}
