using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Notices;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Cli.Tests;

/// <summary>What signed-in people do in the browser before the command line has anything to hand out, in the data folder of an <see cref="Eduaid"/>.</summary>
internal sealed class ReleasedBatch : IAsyncDisposable
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private readonly ServiceProvider provider;

    private ReleasedBatch(ServiceProvider provider) => this.provider = provider;

    /// <summary>The batch's key.</summary>
    public Guid Id { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>An invented county with one roster approved and in a batch that is not released.</summary>
    public static async Task<ReleasedBatch> AssembledAsync(Eduaid eduaid)
    {
        eduaid.Run("init").ExitCode.Should().Be(0);
        eduaid.Run("demo", "--schools", "12", "--pupils", "240", "--seed", "5").ExitCode.Should().Be(0);
        var folder = new DataFolder(eduaid.Data);
        var services = new ServiceCollection().AddSingleton(new BusinessClock(movable: true)).AddEduAid(folder, DatabaseSetup.Sqlite(folder.DatabaseFile), CountySettings.Default);
        var batch = new ReleasedBatch(services.BuildServiceProvider());
        await batch.ApproveAsync();
        var assembled = await batch.Do(s => s.Get<AssembleBatch>().RunAsync(As(Role.AidOfficer), Semester.Spring(2020), Programme.Find("compulsory-living")!, Stop));
        batch.Id = assembled.Batch!.Value;
        batch.Number = await batch.Do(s => s.Db.Batches.Where(b => b.Id == batch.Id).Select(b => b.Number).SingleAsync());
        return batch;
    }

    public async Task ReleaseAsync()
    {
        var fen = await Do(s => s.Db.Batches.Where(b => b.Id == Id).Select(b => b.FirstFen).SingleAsync());
        (await Do(s => s.Get<SetBatchDocument>().RunAsync(As(Role.AidOfficer), Id, "县教字〔2020〕1号", new(2020, 5, 8), Money.FromFen(fen), Stop))).Should().BeNull();
        (await Do(s => s.Get<ReleaseBatch>().RunAsync(As(Role.Finance), Id, "one-card", Stop))).Should().BeNull();
    }

    /// <summary>The treasury has given what the bank paid.</summary>
    public async Task VoucherAsync()
    {
        var fen = await Do(s => s.Db.PaymentLines.Where(l => l.Batch == Id).SumAsync(l => l.Fen));
        (await Do(s => s.Get<RecordVoucher>().RunAsync(As(Role.Finance), Id, "0012871", new(2020, 5, 20), Money.FromFen(fen), Stop))).Should().BeNull();
    }

    /// <summary>Takes the latest return back, where one stands.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> UndoAsync()
    {
        if (await Do(s => s.Db.BankReturns.Where(r => r.UndoneAt == null).Select(r => (int?)r.Number).SingleOrDefaultAsync()) is not { } number) return false;
        (await Do(s => s.Get<UndoReturn>().RunAsync(As(Role.Finance), number, Stop))).Should().BeNull();
        return true;
    }

    /// <summary>How many lines are in which state.</summary>
    public async Task<IReadOnlyDictionary<LineState, int>> StatesAsync() =>
        await Do(async s => (await s.Db.PaymentLines.Where(l => l.Batch == Id).GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).ToDictionary(g => g.Key, g => g.Count));

    public Task<int> DownloadsAsync() => Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "batch.download"));

    public Task<bool> AuditHoldsAsync() => Do(async s => (await s.Get<VerifyAudit>().RunAsync(Stop)).Holds);

    /// <summary>The bank's results, all paid, the amount of the first line off by <paramref name="off"/> fen.</summary>
    public Task<string> AnswerAsync(long off = 0) => Do(async s =>
    {
        var text = new StringBuilder("批次号,序号,户名,账号,金额,处理结果,失败原因,入账日期\r\n");
        foreach (var line in await s.Db.PaymentLines.Where(l => l.Batch == Id).OrderBy(l => l.Sequence).ToListAsync())
        {
            var account = s.Get<FieldCipher>().Decrypt(line.AccountCipher, Places.PaymentAccount(line.County, line.Batch, line.Sequence));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Number},{line.Sequence},{line.PayeeName},{account},{(line.Fen + (line.Sequence == 1 ? off : 0)) / 100m:0.00},成功,,2020-05-12\r\n");
        }
        return text.ToString();
    });

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return provider.DisposeAsync();
    }

    private static Actor As(Role role, int number = 1) => new($"{role}{number}", role.ToString(), "test");

    private async Task ApproveAsync()
    {
        var id = await Do(s => s.Db.Rosters.Where(r => r.Semester == Semester.Spring(2020) && r.Programme == "compulsory-living").OrderByDescending(r => r.Entries).Select(r => r.Id).FirstAsync());
        await Do(s => s.Get<ConfirmRoster>().RunAsync(As(Role.SchoolHead), id, null, Stop));
        await Do(s => s.Get<PublishNotice>().RunAsync(As(Role.SchoolClerk), id, null, null, Stop));
        provider.GetRequiredService<BusinessClock>().Move(15);
        await Do(async s => await s.Get<ReviewRoster>().RunAsync(As(Role.AidDirector), id, null, await MarkAsync(s, id), Stop));
        foreach (var leader in new[] { 1, 2 })
            await Do(async s => await s.Get<ApproveRoster>().RunAsync(As(Role.BureauLeader, leader), id, null, await MarkAsync(s, id), Stop));
        (await Do(s => s.Db.Rosters.Where(r => r.Id == id).Select(r => r.State).SingleAsync())).Should().Be(RosterState.Approved);
    }

    private static async Task<string> MarkAsync(EduAidServices s, RosterId id) => (await s.Get<RosterRecheck>().OfAsync(await s.Db.Rosters.SingleAsync(r => r.Id == id), Stop)).Mark;

    private async Task<T> Do<T>(Func<EduAidServices, Task<T>> work)
    {
        await using var services = new EduAidServices(provider.CreateAsyncScope());
        services.Db.Scope = Scope.WholeCounty(CountySettings.Default.Code);
        return await work(services);
    }
}
