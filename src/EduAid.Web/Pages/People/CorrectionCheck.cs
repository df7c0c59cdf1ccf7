using System.Globalization;
using EduAid.Application.Enrolments;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Web.Parts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.People;

/// <summary>One thing to know about what stands in a form.</summary>
public sealed record CheckLine(Tone Tone, string Text);

/// <summary>Checks a correction while it is typed; nothing is stored.</summary>
public sealed class CorrectionCheck(EduAidDbContext db, PersonDirectory people, FieldCipher cipher, CorrectionEffect effect, TimeProvider time, IStringLocalizer<Texts> texts)
{
    public async Task<IReadOnlyList<CheckLine>> OfAsync(Semester semester, PersonId person, string what, CorrectionInput input, Words words, CancellationToken stop) => what switch
    {
        "name" => await OfNameAsync(semester, person, input.Name, words, stop),
        "number" => await OfNumberAsync(person, input.Number, words, stop),
        "card" => await OfCardAsync(semester, person, input.Card, stop),
        _ => OfContact(input, words),
    };

    private async Task<IReadOnlyList<CheckLine>> OfNameAsync(Semester semester, PersonId person, string? name, Words words, CancellationToken stop)
    {
        if (PersonName.Parse(name) is not { } parsed) return [];
        var lines = new List<CheckLine>();
        foreach (var change in await effect.OfNameAsync(semester, person, parsed.Written, stop))
            lines.Add(new(Tone.Warn, texts["Check.Grant", words.Programme(change.Programme), Amounts.Yuan(change.Fen), Amounts.Yuan(change.FenThen)]));
        if (lines.Count == 0) lines.Add(new(Tone.Ok, texts["Check.NoGrant"]));
        return [.. lines, .. Signed(await effect.RostersAsync(semester, person, stop), words)];
    }

    private async Task<IReadOnlyList<CheckLine>> OfNumberAsync(PersonId person, string? number, Words words, CancellationToken stop)
    {
        var folded = Text.Fold(number);
        if (folded.Length == 0) return [];
        var parsed = CitizenId.Parse(folded, time.Today());
        if (parsed.Problem is { } code) return [new(Tone.Bad, words.Problem(new Problem("", 0, "", code, Severity.Error, Detail(code, folded))))];
        if ((await people.FindAsync([parsed.Id.Reveal()], stop)).Values.Any(owner => owner != person)) return [new(Tone.Bad, words.Refusal(CorrectionRefusal.IdTaken))];
        var line = texts["Check.Born", Days.Text(parsed.Id.BirthDate), texts[parsed.Id.IsMale ? "Check.Boy" : "Check.Girl"].Value];
        return [new(Tone.Ok, line), .. Signed(await effect.RostersAsync(null, person, stop), words)];
    }

    private async Task<IReadOnlyList<CheckLine>> OfCardAsync(Semester semester, PersonId person, string? number, CancellationToken stop)
    {
        var folded = Text.Fold(number);
        if (folded.Length == 0) return [];
        var (card, problem) = BankCard.Parse(folded);
        if (problem is not null) return [new(Tone.Bad, texts["Check.CardLength", folded.Length])];
        var hash = cipher.Hash("card", db.CountyCode, card.Reveal());
        var others = await SemesterFacts.CurrentEnrolments(db, semester).Where(e => e.CardHash == hash && e.Person != person).Select(e => e.Person).Distinct().CountAsync(stop);
        var lines = new List<CheckLine>();
        if (!card.LuhnHolds) lines.Add(new(Tone.Warn, texts["Check.Luhn"]));
        if (others > 0) lines.Add(new(Tone.Warn, texts["Person.Sharing", others]));
        lines.Add(new(Tone.Ok, texts["Check.CardSecond"]));
        return lines;
    }

    private List<CheckLine> OfContact(CorrectionInput input, Words words)
    {
        var lines = new List<CheckLine>();
        if (Text.Fold(input.GuardianId) is { Length: > 0 } id && CitizenId.Parse(id, time.Today()) is { Problem: { } code })
            lines.Add(new(Tone.Bad, words.Problem(new Problem("", 0, "", code, Severity.Error, Detail(code, id)))));
        if (Telephone.Digits(input.Phone) is "") lines.Add(new(Tone.Bad, words.Refusal(CorrectionRefusal.PhoneWrong)));
        return lines;
    }

    private IEnumerable<CheckLine> Signed(IReadOnlyList<SignedRoster> rosters, Words words) => rosters.Count == 0 ? [] :
    [
        new(Tone.Warn, texts["Check.Signed", rosters.Count, words.Joined(rosters.Select(r => $"{words.Semester(r.Semester)} {words.Programme(r.Programme)}({words.State(r.State)})").Distinct().Take(4))]),
    ];

    private static string Detail(string code, string folded) => code switch
    {
        FindingCodes.IdLength => folded.Length.ToString(CultureInfo.InvariantCulture),
        FindingCodes.IdChecksum => CitizenId.CheckCharacterOf(folded)?.ToString() ?? "",
        _ => "",
    };
}
