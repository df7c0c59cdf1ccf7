using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Notices;

/// <summary>
/// One line of a notice. domain.md section 3: name, school, class, programme, amount, and no ID, card, phone, address or reason of
/// poverty. Nothing else is read for it.
/// </summary>
/// <param name="Class">Grade and class.</param>
public sealed record NoticeLine(string Name, string Class, long Fen);

/// <summary>What hangs at the school. A document of the county: its words are Chinese in every language of the pages.</summary>
public sealed record NoticePoster(Roster Roster, string School, string County, string Telephone, IReadOnlyList<NoticeLine> Lines)
{
    public string Programme => Domain.Programmes.Programme.Find(Roster.Programme)!.ChineseName;

    public string Title => $"{Roster.Semester.ToChinese()}{Programme}{(Roster.Kind == RosterKind.Supplement ? "补发" : "发放")}名单公示";

    public string Opening =>
        $"根据国家和省、市、县学生资助政策,经学校核实,现将{School}{Roster.Semester.ToChinese()}{Programme}{(Roster.Kind == RosterKind.Supplement ? "补发" : "发放")}名单予以公示,共{Lines.Count}人,合计{Money.FromFen(Roster.Fen)}元。";

    /// <summary>Null before it goes up.</summary>
    public string? Period => Roster is { NoticeFrom: { } from, NoticeUntil: { } until } ? $"公示时间:{Day(from)}至{Day(until)}。" : null;

    public string Objections => $"如有异议,请在公示期内向学校或{County}学生资助中心反映,联系电话:{(Telephone.Length > 0 ? Telephone : "____________")}。反映情况可以不具名。";

    public string Stamp => $"{School}(盖章)";

    public string StampDay => Roster.NoticeFrom is { } from ? Day(from) : "    年  月  日";

    /// <summary>Reads it within the scope, with two questions.</summary>
    public static async Task<NoticePoster> ReadAsync(EduAidDbContext db, Roster roster, string county, string telephone, CancellationToken stop)
    {
        var school = await db.SchoolVersions.Where(v => v.School == roster.School && !v.Undone && v.From <= roster.Semester)
            .OrderByDescending(v => v.From).ThenByDescending(v => v.Import).Select(v => v.Name).FirstOrDefaultAsync(stop) ?? "";
        var entries = await db.RosterEntries.Where(e => e.Roster == roster.Id).Select(e => new { e.Name, e.Grade, e.GradeOrder, e.Class, e.Fen, e.Line }).ToListAsync(stop);
        return new(roster, school, county, telephone,
        [
            .. entries.OrderBy(e => e.GradeOrder).ThenBy(e => e.Class?.Length ?? 0).ThenBy(e => e.Class, StringComparer.Ordinal).ThenBy(e => e.Line)
                .Select(e => new NoticeLine(e.Name, $"{e.Grade} {e.Class}".Trim(), e.Fen)),
        ]);
    }

    private static string Day(DateOnly day) => FormattableString.Invariant($"{day.Year}年{day.Month}月{day.Day}日");
}
