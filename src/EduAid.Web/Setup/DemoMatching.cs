using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Coverage;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Matching;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Domain.Matching;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Web.Setup;

/// <summary>
/// A late list of one of the demo's schools, sent as a file, with some of the missed children written amiss: what the matching desk is for.
/// The comparison is run; every decision is left to the visitor.
/// </summary>
public sealed class DemoMatching(EduAidServices services)
{
    // Characters that are read alike, one of which somebody writes for the other.
    private const string Homophones = "芳方明鸣伟维婷亭杰洁丽莉佳嘉静敬军君涛滔华桦玲铃红虹建健梓子文雯浩皓宇雨欣新俊峻晨辰怡宜";

    private static readonly Semester Semester = Semester.Spring(2020);

    public async Task FillAsync(CancellationToken stop)
    {
        var actor = new Actor("officer", nameof(Role.AidOfficer), "demo");
        var missed = (await services.Get<MissedChildren>().InAsync(Semester, stop)).Where(m => m.Band == AgeBand.Compulsory && m.Open).ToList();
        var ids = await services.Get<PersonDirectory>().RevealAsync([.. missed.Select(m => m.Person)], stop);
        var schools = await SchoolRegister.LoadAsync(services.Db, Semester, stop);
        var school = schools.All.OrderBy(s => s.Code, StringComparer.Ordinal).First(s => s.Facts.Kind.Stages().Contains(Stage.Primary));
        var rows = missed.Zip(Amiss(), (child, amiss) => amiss(child, ids[child.Person])).ToList();
        if (rows.Count == 0) return;
        var list = new StringBuilder("姓名,身份证号,学校名称,学段,年级,班级,是否寄宿,在校状态,家庭住址\n");
        foreach (var (child, name, number) in rows)
            list.Append(null, $"{name},{number},{school.Name},小学,{"一二三四五六"[Math.Clamp(child.Age - 7, 0, 5)]}年级,1,否,在读,{child.Township}{child.Village}\n");
        var file = new SentFile("补报名单.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(list.ToString()), writable: false));
        await services.Get<ImportEnrolments>().RunAsync(actor, new(Semester, [file], Partial: true, Mode: ListMode.Add), stop);
        await services.Get<GenerateRosters>().RunAsync(actor, Semester, null, stop);
        await services.Get<FindMatches>().RunAsync(actor, Semester, stop);
    }

    // Each child is written amiss in another way.
    private static IEnumerable<Func<MissedChild, CitizenId, (MissedChild Child, string Name, string Number)>> Amiss() =>
    [
        (child, id) => (child, child.Name, IdNeighbours.Valid(id, id.BirthDate.AddYears(30)).First(n => n.Number[6..14] == id.Reveal()[6..14]).Number),
        (child, id) => (child, child.Name, Swapped(id.Reveal())),
        (child, id) => (child, Homophone(child.Name), Another(id)),
        (child, id) => (child, child.Name, $"{id.Reveal()[0]}.{id.Reveal()[1..14]}E+17"),
        (child, id) => (child, $"{child.Name[..^1]}？", Another(id)),
        (child, id) => (child, child.Name, id.Reveal().Remove(10, 1)),
    ];

    private static string Swapped(string number)
    {
        var at = Enumerable.Range(0, 16).Last(i => number[i] != number[i + 1]);
        return string.Concat(number.AsSpan(0, at), [number[at + 1], number[at]], number.AsSpan(at + 2));
    }

    private static string Homophone(string name)
    {
        var at = Homophones.IndexOf(name[^1], StringComparison.Ordinal);
        return at < 0 ? name : name[..^1] + Homophones[at ^ 1];
    }

    // Born on the same day, of another number.
    private static string Another(CitizenId id)
    {
        var digits = $"{id.Reveal()[..14]}{(int.Parse(id.Reveal().AsSpan(14, 3), System.Globalization.CultureInfo.InvariantCulture) + 444) % 1000:000}";
        return digits + CitizenId.CheckCharacterOf(digits);
    }
}
