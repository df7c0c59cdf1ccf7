using System.Globalization;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Parts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Rosters;

/// <summary>Why one entry has its amount, from what was stored with it when it was computed.</summary>
public sealed class EntryWhy(EduAidDbContext db, FieldCipher cipher, Words words, IStringLocalizer<Texts> texts)
{
    /// <summary>Null where the roster has no such entry.</summary>
    public async Task<Why?> OfAsync(RosterHead head, Guid id, CancellationToken stop)
    {
        if (await FindAsync(head, id, stop) is not { } found) return null;
        var (entry, row) = (found.Entry, found.Row);
        var reasons = Explanation.Read(entry.Reasons);
        var paid = texts["Why.Summary", words.Programme(head.Roster.Programme), words.Semester(head.Roster.Semester), PayeeText(head, entry, row)];
        return new(entry.Name, entry.Fen, paid.Value, [.. reasons.Select(OfReason), OfRow(row), .. entry.FlagCodes.Select(OfFlag)], Bases(reasons),
            [
                .. row.File is null ? [] : (ReadOnlySpan<MenuLink>)[new(texts["Why.RowLink"], string.Create(CultureInfo.InvariantCulture, $"/Imports/Details/{row.Import}"))],
                new(texts["Why.HistoryLink"], $"/People/{entry.Person.Value}"),
                new(texts["Pay.Trail"], $"/Payments/Trail/{entry.Person.Value}"),
            ]);
    }

    private WhyReason OfReason(Reason reason) => new(
        words.ReasonFact(reason.Fact),
        string.Join(texts["Why.Join"], ((string?[])[
            RowSource.Retold(texts, WithoutLabel(words.Reason(reason), words.ReasonFact(reason.Fact))),
            reason.Parameter is { } parameter ? texts["Why.By", words.Parameter(parameter)].Value : null,
            reason.Doubt,
        ]).Where(part => !string.IsNullOrWhiteSpace(part))),
        reason.Part?.Fen,
        reason.CheckAgain || reason.Doubt is not null ? Tone.Warn : Tone.Ok);

    // The sentence repeats its label, which stands above it here.
    private static string WithoutLabel(string sentence, string label) =>
        sentence.StartsWith(label, StringComparison.Ordinal) ? sentence[label.Length..].TrimStart(':', ' ') : sentence;

    private WhyReason OfRow(ListRow row)
    {
        var source = row.File is null ? texts["Why.RowPlain", row.Import, row.Sheet, row.Row]
            : texts["Why.Row", row.Import, row.File, row.Sheet, row.Row, Days.Text(CountyTime.DayOf(row.At!.Value))];
        return new(texts["Why.RowTitle"], source.Value);
    }

    private WhyReason OfFlag(string code) => new(words.FindingTitle(code), words.Finding(code, ""), null, Tone.Warn);

    // One line a value: the steps that lean on the same document and clause share it.
    private IReadOnlyList<WhyBasis> Bases(IReadOnlyList<Reason> reasons)
    {
        var used = reasons.Where(r => r.Parameter is not null).Select(r => (r.Document, r.Clause, From: r.From ?? Semester.Always, r.CheckedOn, Old: r.CheckAgain || r.Doubt is not null));
        var grouped = used.GroupBy(u => (u.Document, u.Clause, u.From, u.CheckedOn)).Select(g => new WhyBasis(
            g.Key.Document, g.Key.Clause, g.Key.From == Semester.Always ? null : words.Semester(g.Key.From), g.Key.CheckedOn, g.Any(u => u.Old)));
        return [.. grouped];
    }

    private string PayeeText(RosterHead head, RosterEntry entry, ListRow row)
    {
        if (entry.Payee == Payee.School)
            return texts[head.Version?.AccountHash is null ? "Why.ToSchoolWithout" : "Why.ToSchool", head.Version?.PayeeName ?? head.School];
        if (row.CardCipher is null) return texts["Why.NoCard"];
        var place = head.Programme.JudgesAdmissions ? Places.AdmissionCard(entry.County, entry.List, entry.Line) : Places.Enrolment("card", entry.County, entry.List, entry.Line);
        var card = BankCard.Mask(cipher.Decrypt(row.CardCipher, place)).Replace(' ', '\u00a0');
        var own = string.IsNullOrEmpty(row.Holder) || PersonName.FoldName(row.Holder) == PersonName.FoldName(entry.Name);
        return own ? texts["Why.ToOwnCard", card] : texts["Why.ToCardOf", row.Holder!, card];
    }

    private async Task<Found?> FindAsync(RosterHead head, Guid id, CancellationToken stop)
    {
        var entries = db.RosterEntries.Where(e => e.Id == id && e.Roster == head.Roster.Id);
        var found = head.Programme.JudgesAdmissions
            ? from entry in entries
              join row in db.Admissions on new { entry.List, entry.Line } equals new { row.List, row.Line }
              from import in db.Imports.Where(i => i.Number == row.Import).DefaultIfEmpty()
              select new Found(entry, new(row.Holder, row.CardCipher, row.Import, row.Sheet, row.Row, import.File, import.At))
            : from entry in entries
              join row in db.Enrolments on new { entry.List, entry.Line } equals new { row.List, row.Line }
              from import in db.Imports.Where(i => i.Number == row.Import).DefaultIfEmpty()
              select new Found(entry, new(row.Holder, row.CardCipher, row.Import, row.Sheet, row.Row, import.File, import.At));
        return await found.FirstOrDefaultAsync(stop);
    }

    private sealed record Found(RosterEntry Entry, ListRow Row);

    /// <summary>Where the entry's row stood. The file's name is seen by whoever may see that import.</summary>
    private sealed record ListRow(string? Holder, byte[]? CardCipher, int Import, string Sheet, int Row, string? File, DateTimeOffset? At);
}
