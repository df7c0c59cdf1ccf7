using System.Globalization;
using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Notices;
using EduAid.Application.Payments;
using EduAid.Application.Payments.Arrivals;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Payments.Sampling;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Browser.Tests;

/// <summary>Takes the demo's living allowance from drafts to money through the verbs, by its named people, so that every page has something to show.</summary>
internal static class PaidSemester
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private static readonly Programme Living = Programme.Find("compulsory-living")!;

    /// <returns>Pages that no link leads to from what the tour sees first, by who may see them.</returns>
    public static async Task<IReadOnlyDictionary<string, string[]>> MakeAsync(string folder, Semester semester)
    {
        var clock = new BusinessClock(movable: true);
        await using var services = CountyRecords.Open(folder, clock);
        var rosters = await DoAsync(services, s => s.Db.Rosters.Where(r => r.Semester == semester && r.Programme == Living.Code && r.Entries > 0 && !r.Stale)
            .OrderByDescending(r => r.Entries).Select(r => r.Id).Take(4).ToListAsync(Stop));
        foreach (var id in rosters.Take(3)) await ApproveAsync(services, clock, id);
        clock.Move(0);
        var onNotice = rosters[^1];
        await PublishAsync(services, onNotice);
        var batch = await PayAsync(services, semester);
        var answer = await DoAsync(services, s => AnswerAsync(s, batch, "失败/账户不存在"));
        var staged = await DoAsync(services, s => s.Get<StageReturn>().RunAsync(By("finance", Role.Finance), answer, "later.csv", null, Stop));
        var notice = await DoAsync(services, async s => s.Get<NoticeAddress>().KeyOf(await s.Db.Rosters.SingleAsync(r => r.Id == onNotice, Stop)));
        var roster = $"/Rosters/{onNotice.Value}";
        return new Dictionary<string, string[]>
        {
            ["director"] = [roster, $"{roster}/Step/send-back", $"{roster}/Objections", $"{roster}/Withdraw", $"{roster}/Changes", "/Rosters/Holds", $"/Notice/{notice}"],
            ["finance"] = [$"/Payments/Returns/Preview/{staged.Staged}"],
        };
    }

    private static async Task ApproveAsync(ServiceProvider services, BusinessClock clock, RosterId id)
    {
        clock.Move(0);
        await PublishAsync(services, id);
        clock.Move(20);
        Must(await DoAsync(services, async s => await s.Get<ReviewRoster>().RunAsync(By("director", Role.AidDirector), id, null, await MarkAsync(s, id), Stop)));
        foreach (var leader in new[] { "leader", "leader2" })
        {
            if (await DoAsync(services, s => s.Db.Rosters.AnyAsync(r => r.Id == id && r.State == RosterState.Approved, Stop))) break;
            Must(await DoAsync(services, async s => await s.Get<ApproveRoster>().RunAsync(By(leader, Role.BureauLeader), id, null, await MarkAsync(s, id), Stop)));
        }
    }

    private static async Task PublishAsync(ServiceProvider services, RosterId id)
    {
        Must(await DoAsync(services, s => s.Get<ConfirmRoster>().RunAsync(By("head", Role.SchoolHead), id, null, Stop)));
        Must(await DoAsync(services, s => s.Get<PublishNotice>().RunAsync(By("clerk", Role.SchoolClerk), id, null, null, Stop)));
    }

    private static async Task<Guid> PayAsync(ServiceProvider services, Semester semester)
    {
        var assembled = await DoAsync(services, s => s.Get<AssembleBatch>().RunAsync(By("officer", Role.AidOfficer), semester, Living, Stop));
        var id = assembled.Batch ?? throw new InvalidOperationException($"No batch: {assembled.Refusal}");
        (await DoAsync(services, s => s.Get<SetBatchDocument>().RunAsync(By("officer", Role.AidOfficer), id, "县教字〔2020〕1号", new(2020, 5, 8), Money.FromFen(assembled.Fen), Stop))).Should().BeNull();
        (await DoAsync(services, s => s.Get<ReleaseBatch>().RunAsync(By("finance", Role.Finance), id, "one-card", Stop))).Should().BeNull();
        (await DoAsync(services, s => s.Get<HandOverBatch>().RunAsync(By("finance", Role.Finance), id, Stop))).Should().BeNull();
        var answer = await DoAsync(services, s => AnswerAsync(s, id, "失败/户名不符", "已收妥未入账", "成功"));
        (await DoAsync(services, s => s.Get<TakeReturn>().RunAsync(By("finance", Role.Finance), answer, "return.csv", null, Stop))).Refusal.Should().BeNull();
        (await DoAsync(services, s => s.Get<RecordVoucher>().RunAsync(By("finance", Role.Finance), id, "PZ-1", new(2020, 5, 20), Money.FromYuan(100), Stop))).Should().BeNull();
        (await DoAsync(services, s => s.Get<DrawSample>().RunAsync(By("officer", Role.AidOfficer), semester, Living, "03 08 15", Confidence.Ninety, 20, Stop))).Sample.Should().NotBeNull();
        return id;
    }

    /// <summary>The bank's file of a batch: one outcome a line such as 成功 or 失败/户名不符, the last for all that follow.</summary>
    public static async Task<byte[]> AnswerAsync(EduAidServices s, Guid batch, params string[] outcomes)
    {
        var number = await s.Db.Batches.Where(b => b.Id == batch).Select(b => b.Number).SingleAsync(Stop);
        var text = new StringBuilder("批次号,序号,户名,账号,金额,处理结果,失败原因,入账日期\r\n");
        foreach (var line in await s.Db.PaymentLines.Where(l => l.Batch == batch).OrderBy(l => l.Sequence).ToListAsync(Stop))
        {
            var account = s.Get<FieldCipher>().Decrypt(line.AccountCipher, Places.PaymentAccount(line.County, line.Batch, line.Sequence));
            var outcome = outcomes[Math.Min(line.Sequence, outcomes.Length) - 1].Split('/');
            text.Append(CultureInfo.InvariantCulture, $"{number},{line.Sequence},{line.PayeeName},{account},{line.Fen / 100m:0.00},{outcome[0]},{(outcome.Length > 1 ? outcome[1] : "")},{(outcome[0] == "成功" ? "2020-05-12" : "")}\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task<string> MarkAsync(EduAidServices s, RosterId id) =>
        (await s.Get<RosterRecheck>().OfAsync(await s.Db.Rosters.SingleAsync(r => r.Id == id, Stop), Stop)).Mark;

    private static void Must(RosterOutcome outcome) => outcome.Refusal.Should().BeNull();

    private static Actor By(string user, Role role) => new(user, role.ToString(), "127.0.0.1");

    public static async Task<T> DoAsync<T>(ServiceProvider services, Func<EduAidServices, Task<T>> work)
    {
        await using var s = new EduAidServices(services.CreateAsyncScope());
        s.Db.Scope = Scope.WholeCounty(s.Get<CountySettings>().Code);
        return await work(s);
    }
}
