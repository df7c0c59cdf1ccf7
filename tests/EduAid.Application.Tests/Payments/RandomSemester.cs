using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Notices;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Payments;

/// <summary>A semester in which random people in random roles press random buttons, some of them in two roles at once.</summary>
internal sealed class RandomSemester(CountyFixture county, Random random)
{
    private static readonly string[] Names = ["甲某", "乙某", "丙某", "丁某", "戊某", "己某", "庚某", "辛某", "壬某", "癸某", "子某", "丑某"];
    private static readonly string[] Outcomes = ["成功", "成功", "成功", "失败/户名不符", "失败/睡眠户", "已收妥未入账", "退票/账户已销户", ""];

    private int _voucher;

    /// <summary>How often each button did something; a run in which nothing ever happens proves nothing.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>Presses one button.</summary>
    public async Task StepAsync()
    {
        var (name, act) = Buttons[random.Next(Buttons.Length)];
        if (await county.Do(act)) Done[name] = Done.GetValueOrDefault(name) + 1;
    }

    private (string Name, Func<EduAidServices, Task<bool>> Act)[] Buttons =>
    [
        ("list", ListAsync), ("generate", GenerateAsync), ("generate", GenerateAsync), ("wait", WaitAsync), ("wait", WaitAsync),
        ("confirm", s => RosterAsync(s, RosterState.Draft, (id, by) => s.Get<ConfirmRoster>().RunAsync(by(Role.SchoolHead), id, null, Stop))),
        ("publish", s => RosterAsync(s, RosterState.Confirmed, (id, by) => s.Get<PublishNotice>().RunAsync(by(Role.SchoolClerk), id, null, null, Stop))),
        ("review", s => RosterAsync(s, RosterState.OnNotice, async (id, by) => await s.Get<ReviewRoster>().RunAsync(by(Role.AidDirector), id, null, await MarkAsync(s, id), Stop))),
        ("review a recovery", s => RosterAsync(s, RosterState.Confirmed, async (id, by) => await s.Get<ReviewRoster>().RunAsync(by(Role.AidDirector), id, null, await MarkAsync(s, id), Stop))),
        ("approve", s => RosterAsync(s, RosterState.Reviewed, async (id, by) => await s.Get<ApproveRoster>().RunAsync(by(Role.BureauLeader), id, null, await MarkAsync(s, id), Stop))),
        ("send back", s => random.Next(8) > 0 ? Task.FromResult(false)
            : RosterAsync(s, (RosterState)random.Next(2, 6), (id, by) => s.Get<SendBackRoster>().RunAsync(by(Role.AidDirector), id, "再核", Stop))),
        ("withdraw", WithdrawAsync),
        ("assemble", async s => (await s.Get<AssembleBatch>().RunAsync(By(Role.AidOfficer), Spring2020, PaymentSteps.Living, Stop)).Batch is not null),
        ("document", s => BatchAsync(s, BatchState.Assembled, b => s.Get<SetBatchDocument>().RunAsync(By(Role.AidOfficer), b.Id, "文号", new(2020, 5, 8), Money.FromFen(b.FirstFen), Stop))),
        ("release", s => BatchAsync(s, BatchState.Assembled, b => s.Get<ReleaseBatch>().RunAsync(By(Role.Finance), b.Id, "one-card", Stop))),
        ("discard", s => random.Next(4) > 0 ? Task.FromResult(false)
            : BatchAsync(s, BatchState.Assembled, b => s.Get<DiscardBatch>().RunAsync(By(Role.AidOfficer), b.Id, "重编", Stop))),
        ("ask to cancel", s => random.Next(3) > 0 ? Task.FromResult(false)
            : BatchAsync(s, BatchState.Released, b => s.Get<AskToCancelBatch>().RunAsync(By(Role.Finance), b.Id, "格式", Stop))),
        ("cancel", s => BatchAsync(s, BatchState.Released, b => s.Get<CancelBatch>().RunAsync(By(Role.Finance), b.Id, Stop))),
        ("hand over", s => BatchAsync(s, BatchState.Released, b => s.Get<HandOverBatch>().RunAsync(By(Role.Finance), b.Id, Stop))),
        ("return", ReturnAsync), ("return", ReturnAsync), ("undo a return", UndoAsync), ("mend", MendAsync), ("close", CloseAsync), ("voucher", VoucherAsync),
    ];

    private Actor By(Role role) => Staff.As(Names[random.Next(Names.Length)], role);

    private async Task<bool> ListAsync(EduAidServices s)
    {
        if (random.Next(5) > 0) return false;
        var rows = Enumerable.Range(1, 5).Where(_ => random.Next(6) > 0).Select(n => Row(Child(n), boarding: random.Next(2) == 0 ? "是" : "否")).ToList();
        return rows.Count > 0 && (await s.Get<Enrolments.ImportEnrolments>().RunAsync(By(Role.SchoolClerk), new(Spring2020, [List("a.csv", rows)]), Stop)).Refusal is null;
    }

    private async Task<bool> GenerateAsync(EduAidServices s) =>
        (await s.Get<GenerateRosters>().RunAsync(By(Role.AidOfficer), Spring2020, null, Stop)).Any(g => g.Added + g.Removed + g.Changed > 0);

    private async Task<bool> WaitAsync(EduAidServices s)
    {
        // The clock starts late in November and the holidays are known to the end of December: time passes where something hangs.
        var today = s.Get<BusinessDay>().Today;
        if (!await s.Db.Rosters.AnyAsync(r => r.NoticeUntil >= today)) return false;
        county.Clock.Advance(TimeSpan.FromDays(7));
        return true;
    }

    private async Task<bool> RosterAsync(EduAidServices s, RosterState state, Func<RosterId, Func<Role, Actor>, Task<RosterOutcome>> step)
    {
        var rosters = await s.Db.Rosters.Where(r => r.State == state && r.Entries > 0).OrderBy(r => r.Id).ToListAsync();
        return rosters.Count > 0 && (await step(rosters[random.Next(rosters.Count)].Id, By)).Taken;
    }

    private async Task<bool> WithdrawAsync(EduAidServices s)
    {
        if (random.Next(6) > 0) return false;
        var entry = await (from e in s.Db.RosterEntries
                           join r in s.Db.Rosters on e.Roster equals r.Id
                           where r.State == RosterState.OnNotice && r.Entries > 1
                           select e).FirstOrDefaultAsync();
        return entry is not null && (await s.Get<WithdrawEntry>().RunAsync(By(Role.AidDirector), entry.Roster, entry.Id, "异议", Stop)).Taken;
    }

    private async Task<bool> BatchAsync(EduAidServices s, BatchState state, Func<Batch, Task<BatchRefusal?>> step)
    {
        var batches = await s.Db.Batches.Where(b => b.State == state).OrderBy(b => b.Id).ToListAsync();
        return batches.Count > 0 && await step(batches[random.Next(batches.Count)]) is null;
    }

    private async Task<bool> ReturnAsync(EduAidServices s)
    {
        var batches = await s.Db.Batches.Where(b => b.State == BatchState.HandedOver).OrderBy(b => b.Id).ToListAsync();
        if (batches.Count == 0) return false;
        var batch = batches[random.Next(batches.Count)];
        var file = await county.AnswerAsync(batch.Id, [.. Enumerable.Range(0, batch.Lines).Select(_ => Outcomes[random.Next(Outcomes.Length)])]);
        return (await s.Get<TakeReturn>().RunAsync(By(Role.Finance), file, "r.csv", null, Stop)).Number is not null;
    }

    private async Task<bool> UndoAsync(EduAidServices s)
    {
        if (random.Next(3) > 0) return false;
        var last = await s.Db.BankReturns.Where(r => r.UndoneAt == null).OrderByDescending(r => r.Number).Select(r => (int?)r.Number).FirstOrDefaultAsync();
        return last is { } number && await s.Get<UndoReturn>().RunAsync(By(Role.Finance), number, Stop) is null;
    }

    private async Task<bool> MendAsync(EduAidServices s)
    {
        var waiting = (await s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop)).FirstOrDefault(w => w.Reason is WaitingFor.OtherCard or WaitingFor.Card);
        if (waiting is null) return false;
        var refusal = await s.Get<MendCard>().RunAsync(By(Role.SchoolClerk), waiting.Entry, new(Child(random.Next(10, 900)).Card, waiting.Name, null, null, "换卡"), Stop);
        var card = await s.Db.PersonCards.Where(c => c.ConfirmedAt == null).Select(c => c.Id).FirstOrDefaultAsync();
        return refusal is null && await s.Get<DecideCard>().RunAsync(By(Role.SchoolHead), card, true, Stop) is null;
    }

    private async Task<bool> CloseAsync(EduAidServices s)
    {
        if (random.Next(5) > 0) return false;
        var waiting = await s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop);
        return waiting.Count > 0
            && await s.Get<CloseEntry>().RunAsync(By(Role.AidDirector), waiting[random.Next(waiting.Count)].Entry, (ClosureReason)random.Next(1, 5), "结", Stop) is null;
    }

    private async Task<bool> VoucherAsync(EduAidServices s)
    {
        var batch = await s.Db.Batches.Where(b => b.State == BatchState.HandedOver).OrderBy(b => b.Id).FirstOrDefaultAsync();
        return batch is not null
            && await s.Get<RecordVoucher>().RunAsync(By(Role.Finance), batch.Id, $"PZ-{_voucher++}", new(2020, 5, 20), Money.FromFen(random.Next(1, 100) * 1000), Stop) is null;
    }

    private static async Task<string> MarkAsync(EduAidServices s, RosterId id) =>
        (await s.Get<RosterRecheck>().OfAsync(await s.Db.Rosters.SingleAsync(r => r.Id == id), Stop)).Mark;
}
