using EduAid.Domain.Checks;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>One child on two schools' rosters of a programme, or on those of programmes that exclude each other; and what the bank paid a second time.</summary>
internal sealed class PaidTwice : AuditCheck
{
    public override string Code => CheckCodes.PaidTwice;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var found = new List<Caught>();
        foreach (var own in semester.Entries.GroupBy(e => semester.Same(e.Person)).Select(g => g.ToList()).Where(g => g.Count > 1))
            found.AddRange(from entry in own
                           let other = own.Find(o => Clash(entry, o))
                           where other is not null
                           select Caught.Of(entry, other.School != entry.School ? "other" : other.Programme == entry.Programme ? "ids" : "same", entry.Programme, other.Programme));
        found.AddRange(await SecondPaymentsAsync(semester, stop));
        return found;
    }

    // A supplement at the same school adds to the programme and is no second grant.
    private static bool Clash(CheckedEntry one, CheckedEntry other) => one.Id != other.Id
        && ((one.Programme == other.Programme && (one.School != other.School || one.Person != other.Person))
            || CheckRules.Excludes(Programme.Find(one.Programme)!, Programme.Find(other.Programme)!));

    // Until all of it has come back.
    private static async Task<IEnumerable<Caught>> SecondPaymentsAsync(CheckedSemester semester, CancellationToken stop)
    {
        var db = semester.Db;
        var surplus = await (from entry in db.RosterEntries
                             join roster in db.Rosters on entry.Roster equals roster.Id
                             where roster.Semester == semester.Semester && roster.Kind == RosterKind.Surplus
                             select new { Entry = entry, roster.Programme, Back = db.RecoveryReceipts.Where(r => r.Entry == entry.Id).Sum(r => r.Fen) }).ToListAsync(stop);
        return surplus.Where(s => s.Back < s.Entry.Fen).Select(s => new Caught($"entry:{s.Entry.Id}", s.Entry.Name, $"bank|{s.Programme}")
        {
            Person = s.Entry.Person,
            School = s.Entry.School,
            Roster = s.Entry.Roster,
            Fen = s.Entry.Fen - s.Back,
        });
    }
}
