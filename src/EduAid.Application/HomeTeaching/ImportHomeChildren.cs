using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Ledgers;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <summary>
/// Takes in the register of home teaching from a workbook, all or none. A row is known by its number, or else by ID and first day: who is new is taken on,
/// another disability, level, plan or teacher holds from the row's day of change, and a last day that the register lacks ends the stay. What else a row
/// says otherwise is a finding: nothing on record is overwritten.
/// </summary>
public sealed class ImportHomeChildren(
    EduAidDbContext db, PersonDirectory people, TakeOnChild takeOn, ReviseChild revise, NameTeacher teachers, EndHomeTeaching end, Work work, BusinessDay day)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    /// <param name="dryRun">Says what would happen and writes nothing.</param>
    public Task<LedgerImport> RunAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => TrialRun.RunAsync(
        work, dryRun,
        async () =>
        {
            if (actor.Held is not { } role || !HomeTeachingRights.MayKeep(role)) return LedgerImport.Refused(Chinese.Refusal(HomeTeachingRefusal.NotYourRole));
            using var content = new MemoryStream(file.Content, writable: false);
            var (rows, unread) = HomeChildSheet.Read(content, file.Name, day.Today);
            var known = await KnownAsync([.. rows.Select(r => r.Child)], stop);
            var (findings, seen) = (unread.ToList(), new HashSet<object>());
            var (added, changed, same) = (0, 0, 0);
            foreach (var (number, row) in rows)
            {
                var wrong = new RowFindings(number, findings);
                var child = known.Find(row);
                // The same child may stand under its number in one row and under its ID in another.
                if (!seen.Add(child is not null ? child.Id : row.Number is { } unknown ? unknown : (row.CitizenId, row.From))) wrong.Add(HomeChildSheet.Name, SheetProblem.Twice, row.Name);
                else if (child is null && row.Number is { } outside) wrong.Add(HomeChildSheet.Number, SheetProblem.Unknown, $"{outside}");
                else if (child is null && await TakeOnAsync(actor, known, row, wrong, stop)) added++;
                else if (child is not null && await ChangeAsync(actor, known, child, row, wrong, stop) is { } did)
                {
                    if (did) changed++;
                    else same++;
                }
            }
            return new(added, changed, same, [.. findings.OrderBy(f => f.Row)], true);
        },
        stop);

    private async Task<bool> TakeOnAsync(Actor actor, Known known, HomeChildRow row, RowFindings wrong, CancellationToken stop)
    {
        if (known.Schools[row.School].ToList() is not [var school]) return wrong.Add(HomeChildSheet.School, SheetProblem.Unknown, row.School);
        if (known.Teachers(row, wrong) is not { } named) return false;
        if (row.Changed is { } other && other != row.From) return wrong.Add(HomeChildSheet.Changed, SheetProblem.Refused, Chinese["HomeChildImport.NewFromFirst"]);
        var taken = await takeOn.RunAsync(
            actor, new(null, Semester.Of(day.Today), row.CitizenId, row.Name, school, row.From, row.Kind, row.Level, row.Plan, named.Count > 0 ? named[0] : null), stop);
        if (wrong.Refused(taken.Refusal, HomeChildSheet.From)) return false;
        foreach (var teacher in named.Skip(1))
            if (wrong.Refused(await teachers.RunAsync(actor, taken.Child!.Value, teacher, row.From, stop), HomeChildSheet.From)) return false;
        return row.Until is not { } until || !wrong.Refused(await end.RunAsync(actor, taken.Child!.Value, until, row.Reason, stop), HomeChildSheet.Until);
    }

    /// <returns>Whether anything was changed; null where a finding keeps the row out.</returns>
    private async Task<bool?> ChangeAsync(Actor actor, Known known, HomeTaughtChild child, HomeChildRow row, RowFindings wrong, CancellationToken stop)
    {
        if (known.Differing(child, row) is { } heading) return Out(heading, "HomeChildImport.Differs");
        if (known.Teachers(row, wrong) is not { } named) return null;
        var having = child.Teachers.Where(t => t.Until is null).Select(t => t.Teacher).ToHashSet();
        // That a name lacks may be old or meant: who is released, and when, is said on the child's page.
        if (named.Count > 0 && having.Except(named).Any()) return Out(HomeChildSheet.Teachers, "HomeChildImport.TeacherLacks");
        var fact = HomeTeachingFact.On(child.Facts, DateOnly.MaxValue)!;
        var (revised, fresh) = ((fact.Kind, fact.Level, fact.Plan) != (row.Kind, row.Level, row.Plan), named.Where(t => !having.Contains(t)).ToList());
        if ((revised || fresh.Count > 0) && row.Changed is null) return Wrong(HomeChildSheet.Changed, SheetProblem.Blank, "");
        if (revised && row.Changed < fact.From) return Out(HomeChildSheet.Changed, "HomeChildImport.LaterFact");
        if (revised && wrong.Refused(await revise.RunAsync(actor, child.Id, row.Changed!.Value, row.Kind, row.Level, row.Plan, stop), HomeChildSheet.Changed)) return null;
        foreach (var teacher in fresh)
            if (wrong.Refused(await teachers.RunAsync(actor, child.Id, teacher, row.Changed!.Value, stop), HomeChildSheet.Changed)) return null;
        var ends = child.Until is null && row.Until is not null;
        if (ends && wrong.Refused(await end.RunAsync(actor, child.Id, row.Until!.Value, row.Reason, stop), HomeChildSheet.Until)) return null;
        return revised || fresh.Count > 0 || ends;

        bool? Out(string heading, string why) => Wrong(heading, SheetProblem.Refused, Chinese[why]);

        bool? Wrong(string heading, SheetProblem problem, string found)
        {
            wrong.Add(heading, problem, found);
            return null;
        }
    }

    // Five questions, however many rows: a row that changes nothing asks no more.
    private async Task<Known> KnownAsync(IReadOnlyList<HomeChildRow> rows, CancellationToken stop)
    {
        var schools = await SchoolRegister.ByNameAsync(db, Semester.Of(day.Today), stop);
        var children = await db.HomeTaughtChildren.Include(c => c.Facts).Include(c => c.Teachers).AsSplitQuery().ToListAsync(stop);
        var persons = await people.FindAsync([.. rows.Select(r => r.CitizenId).OfType<string>()], stop);
        var (county, all, own) = (db.CountyCode, db.Scope!.Schools is null, db.Scope.Schools ?? []);
        var names = rows.SelectMany(r => r.Accounts).Select(a => a.ToUpperInvariant()).Distinct().ToList();
        var accounts = await db.Assignments.Where(a => a.County == county && a.Role == Role.Teacher && a.School != null && (all || own.Contains(a.School.Value)))
            .Join(db.Users.Where(u => names.Contains(u.NormalizedUserName!)), a => a.User, u => u.Id, (a, u) => new { u.Id, u.UserName }).Distinct().ToListAsync(stop);
        return new(
            schools, children, persons,
            accounts.ToDictionary(a => a.UserName!, a => a.Id, StringComparer.OrdinalIgnoreCase));
    }

    // What the rows are held against.
    private sealed class Known(ILookup<string, SchoolId> schools, List<HomeTaughtChild> children, Dictionary<string, PersonId> persons, Dictionary<string, Guid> accounts)
    {
        private readonly Dictionary<int, HomeTaughtChild> numbered = children.ToDictionary(c => c.Number);
        private readonly Dictionary<(PersonId, DateOnly), HomeTaughtChild> begun = children.ToDictionary(c => (c.Person, c.From));

        public ILookup<string, SchoolId> Schools { get; } = schools;

        public HomeTaughtChild? Find(HomeChildRow row) =>
            row.Number is { } number ? numbered.GetValueOrDefault(number)
            : row.CitizenId is { } id && persons.TryGetValue(id, out var person) ? begun.GetValueOrDefault((person, row.From)) : null;

        /// <summary>The first column in which a row says otherwise of what no row changes; one that knows no last day yet is older, not wrong.</summary>
        public string? Differing(HomeTaughtChild child, HomeChildRow row) =>
            !Schools[row.School].Contains(child.School) ? HomeChildSheet.School
            : PersonName.FoldName(child.Name) != PersonName.FoldName(row.Name) ? HomeChildSheet.Name
            : row.CitizenId is { } id && (!persons.TryGetValue(id, out var person) || person != child.Person) ? HomeChildSheet.Id
            : child.From != row.From ? HomeChildSheet.From
            : child.Until is { } until && row.Until is { } other && until != other ? HomeChildSheet.Until
            : child.EndReason is { } reason && row.Reason.Length > 0 && row.Reason != reason ? HomeChildSheet.Reason
            : null;

        /// <summary>The accounts that a row names; null where one of them is no teacher's, which is then noted.</summary>
        public List<Guid>? Teachers(HomeChildRow row, RowFindings wrong)
        {
            if (row.Accounts.FirstOrDefault(a => !accounts.ContainsKey(a)) is not { } nobody) return [.. row.Accounts.Select(a => accounts[a])];
            wrong.Add(HomeChildSheet.Teachers, SheetProblem.Unknown, nobody);
            return null;
        }
    }

    // What is wrong with one row.
    private sealed class RowFindings(int row, List<SheetFinding> findings)
    {
        /// <returns>False, so that who gives up can say so.</returns>
        public bool Add(string heading, SheetProblem problem, string found)
        {
            findings.Add(new(row, heading, problem, found));
            return false;
        }

        /// <param name="dated">The column of the day on which it was to happen.</param>
        public bool Refused(HomeTeachingRefusal? refusal, string dated)
        {
            if (refusal is not { } why) return false;
            Add(HeadingOf(why, dated), SheetProblem.Refused, Chinese.Refusal(why));
            return true;
        }

        private static string HeadingOf(HomeTeachingRefusal refusal, string dated) => refusal switch
        {
            HomeTeachingRefusal.DayAhead or HomeTeachingRefusal.DayOutside or HomeTeachingRefusal.VisitsLater => dated,
            HomeTeachingRefusal.NameMissing or HomeTeachingRefusal.NameDiffers => HomeChildSheet.Name,
            HomeTeachingRefusal.SchoolMissing => HomeChildSheet.School,
            HomeTeachingRefusal.KindMissing => HomeChildSheet.Kind,
            HomeTeachingRefusal.TeacherWrong => HomeChildSheet.Teachers,
            HomeTeachingRefusal.ReasonMissing => HomeChildSheet.Reason,
            HomeTeachingRefusal.PlanMissing or HomeTeachingRefusal.TextTooLong => HomeChildSheet.Plan,
            _ => HomeChildSheet.Id,
        };
    }
}
