using EduAid.Application.Audit;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>One line of what was asked, with one person whom it means; nobody where the scope has none.</summary>
/// <param name="Number">Line, from 1; a name that several people have gives several rows of one number.</param>
/// <param name="Id">Masked.</param>
/// <param name="Held">Codes of the findings that hold an amount.</param>
public sealed record Standing(
    int Number, string Asked, PersonId? Person, string? Name, string? Id, PupilRow? Enrolled, RegisteredAs? Registered, long Granted, long Paid, IReadOnlyList<string> Held);

/// <param name="Asked">Lines that name an ID or a name.</param>
/// <param name="Found">Of them, those that mean somebody within the scope.</param>
public sealed record ManyStandings(IReadOnlyList<Standing> Rows, int Asked, int Found);

/// <summary>Where each of many people stands in a semester: registered, enrolled, granted, paid, held and why. What was asked is kept nowhere; that it was, is an event.</summary>
public sealed class AskMany(EduAidDbContext db, PersonDirectory people, PupilFacts facts, Work work)
{
    /// <summary>Lines that are answered at once.</summary>
    public const int Most = 40_000;

    private const int Chunk = 1000;

    // More than so many of one name say nothing of any.
    private const int MostOfOneName = 20;

    public async Task<ManyStandings> RunAsync(Actor actor, Semester semester, IReadOnlyList<AskedLine> asked, CancellationToken stop)
    {
        var owners = await OwnersAsync(asked, stop);
        var whom = owners.Values.SelectMany(p => p).Distinct().ToList();
        var rows = await EnrolledAsync(semester, whom, stop);
        var (registered, granted, held) = (await facts.RegisteredAsync(semester, whom, stop), await facts.GrantedAsync(semester, whom, stop), await facts.HeldAsync(semester, whom, stop));
        var (names, ids) = (await NamesAsync(whom, stop), await people.RevealAsync(whom, stop));
        var standings = new List<Standing>(asked.Count);
        foreach (var line in asked)
        {
            if (!owners.TryGetValue(line.Key, out var meant)) standings.Add(new(line.Number, line.Shown, null, null, null, null, null, 0, 0, []));
            else standings.AddRange(meant.Select(p => new Standing(
                line.Number, line.Shown, p, names.GetValueOrDefault(p), ids.TryGetValue(p, out var id) ? id.ToString() : null, rows.GetValueOrDefault(p),
                registered.GetValueOrDefault(p), granted.GetValueOrDefault(p)?.Granted ?? 0, granted.GetValueOrDefault(p)?.Paid ?? 0, [.. held[p]])));
        }
        var answer = new ManyStandings(standings, asked.Count, asked.Count(a => owners.ContainsKey(a.Key)));
        await work.RecordAsync(actor, "people.ask", $"semester:{semester}", new { Rows = answer.Asked, answer.Found }, stop);
        return answer;
    }

    /// <summary>The answer as a workbook; IDs stay masked.</summary>
    public static void Write(Stream output, Semester semester, ManyStandings answer, SchoolLabels schools, Words.Words words, CancellationToken stop) => TableWorkbook.Write(
        output,
        new TableSheet<Standing>("查询结果", $"{semester.ToChinese()}批量查询结果",
        [
            Column.Whole<Standing>("行", 8, s => s.Number),
            Column.Text<Standing>("查询内容", 24, s => s.Asked),
            Column.Text<Standing>("姓名", 12, s => s.Name),
            Column.Code<Standing>("身份证号", 22, s => s.Id),
            Column.Text<Standing>("学校", 26, s => s.Enrolled?.School is { } school ? schools[school].Name : s.Person is null ? "未找到" : "不在本学期名单"),
            Column.Text<Standing>("在校状态", 10, s => s.Enrolled?.Status?.InChinese()),
            Column.Text<Standing>("脱贫属性", 14, s => s.Registered?.Category),
            Column.Money<Standing>("应发(元)", 14, s => s.Granted),
            Column.Money<Standing>("已发(元)", 14, s => s.Paid),
            Column.Text<Standing>("暂不发放原因", 40, s => string.Join('、', s.Held.Select(words.FindingTitle))),
        ],
        answer.Rows),
        stop);

    private async Task<Dictionary<string, IReadOnlyList<PersonId>>> OwnersAsync(IReadOnlyList<AskedLine> asked, CancellationToken stop)
    {
        var owners = new Dictionary<string, IReadOnlyList<PersonId>>(StringComparer.Ordinal);
        foreach (var chunk in asked.Where(a => a.IsId).Select(a => a.Key).Distinct().Chunk(Chunk))
        {
            var hashes = chunk.ToDictionary(id => Convert.ToHexString(people.HashOf(id)));
            var wanted = hashes.Keys.Select(Convert.FromHexString).ToList();
            // Through the scope: of another school's pupil nothing is said.
            foreach (var number in await db.PersonIdNumbers.Where(n => wanted.Contains(n.NumberHash)).Select(n => new { n.NumberHash, n.Person }).ToListAsync(stop))
                owners[hashes[Convert.ToHexString(number.NumberHash)]] = [number.Person];
        }
        foreach (var chunk in asked.Where(a => !a.IsId).Select(a => a.Key).Distinct().Chunk(Chunk))
        {
            var wanted = chunk.ToList();
            var named = await db.People.Where(p => wanted.Contains(p.Folded)).Select(p => new { p.Folded, p.Id }).ToListAsync(stop);
            foreach (var name in named.GroupBy(n => n.Folded)) owners[name.Key] = [.. name.Take(MostOfOneName).Select(n => n.Id)];
        }
        return owners;
    }

    private async Task<Dictionary<PersonId, PupilRow>> EnrolledAsync(Semester semester, List<PersonId> whom, CancellationToken stop)
    {
        var found = new Dictionary<PersonId, PupilRow>(whom.Count);
        foreach (var chunk in whom.Chunk(Chunk))
        {
            var wanted = chunk.ToList();
            foreach (var row in await SemesterFacts.CurrentEnrolments(db, semester).Where(e => wanted.Contains(e.Person)).OrderByDescending(e => e.Status)
                .Select(e => new PupilRow(e.Person, e.Name, e.School, e.Stage, e.Grade, e.Class, e.Boarding, e.Status, e.List, e.Line)).ToListAsync(stop)) found[row.Person] = row;
        }
        return found;
    }

    private async Task<Dictionary<PersonId, string>> NamesAsync(List<PersonId> whom, CancellationToken stop)
    {
        var found = new Dictionary<PersonId, string>(whom.Count);
        foreach (var chunk in whom.Chunk(Chunk))
        {
            var wanted = chunk.ToList();
            foreach (var person in await db.People.Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(stop)) found[person.Id] = person.Name;
        }
        return found;
    }
}
