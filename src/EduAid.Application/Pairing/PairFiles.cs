using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Ledgers;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <summary>
/// Takes in pairs from a workbook, all or none. A row is known by household and first day: what is new is paired or passed on, a last day that a known
/// pair lacks is added, and a row that says otherwise than the ledger is a finding. Rows of a household are taken by their first days.
/// </summary>
public sealed class ImportPairs(EduAidDbContext db, RegisteredHouseholds registered, TakeOnHousehold takeOn, PassHousehold pass, EndPairing end, Work work, BusinessDay day)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    /// <param name="dryRun">Says what would happen and writes nothing.</param>
    public Task<LedgerImport> RunAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => TrialRun.RunAsync(
        work, dryRun,
        async () =>
        {
            if (actor.Held is not { } role || !PairingRights.MayKeep(role)) return LedgerImport.Refused(Chinese.Refusal(PairingRefusal.NotYourRole));
            using var content = new MemoryStream(file.Content, writable: false);
            var (rows, unread) = PairSheet.Read(content, file.Name);
            var taking = new Taking(actor, await SchoolRegister.ByNameAsync(db, Semester.Of(day.Today), stop), [.. unread]);
            foreach (var household in (await KnownAsync(rows, stop)).GroupBy(r => r.Row.Household, StringComparer.Ordinal))
            {
                var inTime = household.OrderBy(r => r.Row.From).ToList();
                for (var n = 0; n < inTime.Count; n++)
                {
                    if (n > 0 && inTime[n].Row.From == inTime[n - 1].Row.From) taking.Wrong(inTime[n].Number, PairSheet.From, SheetProblem.Twice, inTime[n].Row.Head);
                    // What ends where the next one begins, the next one ends.
                    else await TakeAsync(taking, inTime[n].Number, inTime[n].Row, n + 1 < inTime.Count && inTime[n + 1].Row.From == inTime[n].Row.Until?.AddDays(1), stop);
                }
            }
            return new(taking.Added, taking.Changed, taking.Same, [.. taking.Findings.OrderBy(f => f.Row)], true);
        },
        stop);

    // The rows with the numbers that the list has, whatever is typed for them: a household is one, as number and as a member's ID.
    private async Task<List<(int Number, PairRow Row)>> KnownAsync(IReadOnlyList<(int Number, PairRow Row)> rows, CancellationToken stop)
    {
        var held = (await db.PairedHouseholds.Select(h => h.Household).Distinct().ToListAsync(stop)).ToLookup(h => h, StringComparer.OrdinalIgnoreCase);
        var found = new List<(int, PairRow)>(rows.Count);
        foreach (var (number, row) in rows)
        {
            var typed = Text.Fold(row.Household);
            // What the list has no more, the ledger may still have.
            var household = held[typed].ToList() is [var only] ? only : (await registered.FindAsync(typed, row.Head, row.From, stop))?.HouseholdNumber ?? typed;
            found.Add((number, row with { Household = household }));
        }
        return found;
    }

    private async Task TakeAsync(Taking taking, int number, PairRow row, bool passedOn, CancellationToken stop)
    {
        if (taking.Schools[row.School].ToList() is not [var school])
        {
            taking.Wrong(number, PairSheet.School, SheetProblem.Unknown, row.School);
            return;
        }
        Guid? account = null;
        if (row.Account.Length > 0 && (account = await AccountAsync(row.Account, stop)) is null)
        {
            taking.Wrong(number, PairSheet.Account, SheetProblem.Unknown, row.Account);
            return;
        }
        var stays = await db.PairedHouseholds.Include(h => h.Holders).Where(h => h.Household == row.Household).ToListAsync(stop);
        var known = stays.SelectMany(s => s.Holders.Select(h => (Stay: s, Holder: h))).FirstOrDefault(p => p.Holder.From == row.From);
        var stay = known.Stay;
        if (known.Holder is not null)
        {
            if (Differing(known.Stay!, known.Holder, row, school, account) is { } heading)
            {
                taking.Wrong(number, heading, SheetProblem.Refused, Chinese["PairImport.Differs"]);
                return;
            }
        }
        else if (stays.Find(s => s.School == school && s.Until is null) is { } open)
        {
            if (Refused(await pass.RunAsync(taking.Actor, open.Id, row.Staff, account, row.From, stop))) return;
            stay = open;
        }
        else
        {
            var taken = await takeOn.RunAsync(taking.Actor, new(row.Household, row.Head, school, row.Staff, account, row.From), stop);
            if (Refused(taken.Refusal)) return;
            stay = await db.PairedHouseholds.SingleAsync(h => h.Id == taken.Household, stop);
        }
        var ends = row.Until is not null && !passedOn && (known.Holder is null || known.Holder.Until is null);
        if (ends && Refused(await end.RunAsync(taking.Actor, stay!.Id, row.Until!.Value, row.Reason, stop))) return;
        if (known.Holder is null) taking.Added++;
        else if (ends) taking.Changed++;
        else taking.Same++;

        bool Refused(PairingRefusal? refusal)
        {
            if (refusal is not { } why) return false;
            taking.Wrong(number, HeadingOf(why), SheetProblem.Refused, Chinese.Refusal(why));
            return true;
        }
    }

    // The first column in which the row says otherwise; a row that knows no last day yet is older, not wrong.
    private static string? Differing(PairedHousehold stay, PairHolder holder, PairRow row, SchoolId school, Guid? account) =>
        stay.School != school ? PairSheet.School
        : PersonName.FoldName(stay.Head) != PersonName.FoldName(row.Head) ? PairSheet.Head
        : holder.Staff != PersonName.FoldName(row.Staff) && holder.Staff != row.Staff ? PairSheet.Staff
        : holder.Account != account ? PairSheet.Account
        : holder.Until is { } until && row.Until is { } other && until != other ? PairSheet.Until
        : null;

    private async Task<Guid?> AccountAsync(string name, CancellationToken stop)
    {
        var normalized = name.ToUpperInvariant();
        return await db.Users.Where(u => u.NormalizedUserName == normalized).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(stop);
    }

    private static string HeadingOf(PairingRefusal refusal) => refusal switch
    {
        PairingRefusal.SchoolMissing => PairSheet.School,
        PairingRefusal.StaffMissing or PairingRefusal.StaffWrong => PairSheet.Staff,
        PairingRefusal.DayAhead or PairingRefusal.DayOutside or PairingRefusal.VisitsLater => PairSheet.From,
        PairingRefusal.ReasonMissing => PairSheet.Reason,
        _ => PairSheet.Household,
    };

    private sealed class Taking(Actor actor, ILookup<string, SchoolId> schools, List<SheetFinding> findings)
    {
        public Actor Actor { get; } = actor;

        public ILookup<string, SchoolId> Schools { get; } = schools;

        public List<SheetFinding> Findings { get; } = findings;

        public int Added { get; set; }

        public int Changed { get; set; }

        public int Same { get; set; }

        public void Wrong(int row, string heading, SheetProblem problem, string found) => Findings.Add(new(row, heading, problem, found));
    }
}

/// <summary>The pairs within the scope as a workbook, those that have ended among them.</summary>
public sealed class ExportPairs(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day)
{
    public async Task RunAsync(Actor actor, Stream output, CancellationToken stop)
    {
        var rows = await work.ChangeAsync(
            async () =>
            {
                var households = await db.PairedHouseholds.Include(h => h.Holders.OrderBy(p => p.From)).OrderBy(h => h.Number).ToListAsync(stop);
                var schools = await SchoolRegister.Holding(db, Semester.Of(day.Today)).Select(v => new { v.School, v.Name }).ToDictionaryAsync(v => v.School, v => v.Name, stop);
                var accounts = await db.PairHolders.Where(p => p.Account != null).Join(db.Users, p => p.Account!.Value, u => u.Id, (p, u) => new { u.Id, u.UserName }).Distinct().ToDictionaryAsync(u => u.Id, u => u.UserName!, stop);
                trail.Record(actor, "pairing.export", "pairs", new { Households = households.Count });
                return households.SelectMany(h => h.Holders.Select(p => new PairRow(
                    schools.GetValueOrDefault(h.School, ""), h.Household, h.Head, p.Staff, p.Account is { } key ? accounts.GetValueOrDefault(key, "") : "", p.From, p.Until, p.Until == h.Until ? h.EndReason ?? "" : "")
                {
                    Mark = new(h.Number, h.Township, h.Village),
                })).ToList();
            },
            stop);
        PairSheet.Write(rows, "结对帮扶台账", output, stop);
    }
}
