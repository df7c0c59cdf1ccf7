using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Notices;
using EduAid.Application.Payments;
using EduAid.Application.Payments.Arrivals;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Payments;
using EduAid.Domain.Payments.Sampling;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests;

/// <summary>Brings rosters of an application to approval and their money to the bank, through the verbs, by a person each.</summary>
internal static class PaidRosters
{
    public static readonly Semester Spring = Semester.Spring(2020);

    private static readonly CancellationToken Stop = CancellationToken.None;

    private static readonly Actor Clerk = As("clerk-x", Role.SchoolClerk), Head = As("head-x", Role.SchoolHead), Director = As("director-x", Role.AidDirector),
        Leader = As("leader-x", Role.BureauLeader), SecondLeader = As("leader-y", Role.BureauLeader), Officer = As("officer-x", Role.AidOfficer), Finance = As("finance-x", Role.Finance);

    public static Programme Living { get; } = Programme.Find("compulsory-living")!;

    /// <summary>Notices of five working days are over in a moment.</summary>
    public static void MovableClock(IWebHostBuilder host) => host.ConfigureServices(s => s.AddSingleton(new BusinessClock(movable: true)));

    /// <summary>The school with the most boarders and others who get living costs.</summary>
    public static async Task<SchoolId> SchoolAsync(WebApp app)
    {
        await using var work = app.Work();
        return await work.Db.Rosters.Where(r => r.Semester == Spring && r.Programme == "compulsory-living").OrderByDescending(r => r.Entries).Select(r => r.School).FirstAsync();
    }

    /// <summary>Approves the school's roster of compulsory-living.</summary>
    /// <returns>Its key.</returns>
    public static async Task<RosterId> ApproveAsync(WebApp app, SchoolId school)
    {
        RosterId id;
        await using (var work = app.Work())
            id = await work.Db.Rosters.Where(r => r.School == school && r.Semester == Spring && r.Programme == "compulsory-living" && r.Kind == RosterKind.Regular).Select(r => r.Id).SingleAsync();
        await MustAsync(app, s => s.Get<ConfirmRoster>().RunAsync(Head, id, null, Stop));
        await MustAsync(app, s => s.Get<PublishNotice>().RunAsync(Clerk, id, null, null, Stop));
        var clock = app.Services.GetRequiredService<BusinessClock>();
        clock.Move(15);
        await MustAsync(app, async s => await s.Get<ReviewRoster>().RunAsync(Director, id, null, await MarkAsync(s, id), Stop));
        await MustAsync(app, async s => await s.Get<ApproveRoster>().RunAsync(Leader, id, null, await MarkAsync(s, id), Stop));
        await using (var work = app.Work())
        {
            if (await work.Db.Rosters.AnyAsync(r => r.Id == id && r.State != RosterState.Approved))
                await MustAsync(app, async s => await s.Get<ApproveRoster>().RunAsync(SecondLeader, id, null, await MarkAsync(s, id), Stop));
        }
        clock.Move(0);
        return id;
    }

    /// <summary>Approves the school's roster, puts it into a batch with its document and hands the file to the bank.</summary>
    /// <returns>The batch.</returns>
    public static async Task<Guid> SendAsync(WebApp app, SchoolId school)
    {
        await ApproveAsync(app, school);
        var batch = await AssembleAsync(app);
        await using var work = app.Work();
        var found = await work.Db.Batches.SingleAsync(b => b.Id == batch);
        (await work.Get<SetBatchDocument>().RunAsync(Officer, batch, "县教字〔2020〕1号", new(2020, 5, 8), Money.FromFen(found.FirstFen), Stop)).Should().BeNull();
        (await work.Get<ReleaseBatch>().RunAsync(Finance, batch, "one-card", Stop)).Should().BeNull();
        (await work.Get<HandOverBatch>().RunAsync(Finance, batch, Stop)).Should().BeNull();
        return batch;
    }

    public static async Task<Guid> AssembleAsync(WebApp app)
    {
        await using var work = app.Work();
        var assembled = await work.Get<AssembleBatch>().RunAsync(Officer, Spring, Living, Stop);
        assembled.Refusal.Should().BeNull();
        return assembled.Batch!.Value;
    }

    /// <summary>The bank's file of a batch; one outcome a line such as 成功 or 失败/户名不符, the last for all that follow.</summary>
    public static async Task<byte[]> AnswerFileAsync(WebApp app, Guid batch, params string[] outcomes)
    {
        await using var work = app.Work();
        var number = await work.Db.Batches.Where(b => b.Id == batch).Select(b => b.Number).SingleAsync();
        var text = new StringBuilder("批次号,序号,户名,账号,金额,处理结果,失败原因,入账日期\r\n");
        foreach (var line in await work.Db.PaymentLines.Where(l => l.Batch == batch).OrderBy(l => l.Sequence).ToListAsync())
        {
            var outcome = outcomes[Math.Min(line.Sequence, outcomes.Length) - 1].Split('/');
            var account = work.Get<FieldCipher>().Decrypt(line.AccountCipher, Places.PaymentAccount(line.County, line.Batch, line.Sequence));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number},{line.Sequence},{line.PayeeName},{account},{line.Fen / 100m:0.00},{outcome[0]},{(outcome.Length > 1 ? outcome[1] : "")},{(outcome[0] == "成功" ? "2020-05-12" : "")}\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static async Task<TakenReturn> AnswerAsync(WebApp app, Guid batch, params string[] outcomes)
    {
        var file = await AnswerFileAsync(app, batch, outcomes);
        await using var work = app.Work();
        return await work.Get<TakeReturn>().RunAsync(Finance, file, "回盘.csv", null, Stop);
    }

    public static async Task<Guid> StageAsync(WebApp app, Guid batch)
    {
        var file = await AnswerFileAsync(app, batch, "失败/户名不符");
        await using var work = app.Work();
        return (await work.Get<StageReturn>().RunAsync(Finance, file, "回盘2.csv", null, Stop)).Staged!.Value;
    }

    /// <summary>Draws who is asked whether the money arrived.</summary>
    public static async Task<Guid> DrawAsync(WebApp app)
    {
        await using var work = app.Work();
        return (await work.Get<DrawSample>().RunAsync(Officer, Spring, Living, "08 15 21", Confidence.Ninety, 20, Stop)).Sample!.Value;
    }

    private static Actor As(string name, Role role) => new(name, role.ToString(), "test");

    private static async Task<string> MarkAsync(EduAidServices s, RosterId id) => (await s.Get<RosterRecheck>().OfAsync(await s.Db.Rosters.SingleAsync(r => r.Id == id), Stop)).Mark;

    private static async Task MustAsync(WebApp app, Func<EduAidServices, Task<RosterOutcome>> step)
    {
        await using var work = app.Work();
        (await step(work)).Refusal.Should().BeNull();
    }
}
