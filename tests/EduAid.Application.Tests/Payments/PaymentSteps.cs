using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Rosters;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Payments;

/// <summary>The steps of approved money, as people take them.</summary>
internal static class PaymentSteps
{
    public static readonly Programme Living = Programme.Find("compulsory-living")!;

    /// <summary>Three boarders at one school, approved: 3 × 500 yuan.</summary>
    public static async Task<CountyFixture> ApprovedAsync(TestDatabase on)
    {
        var county = await RosterLifeTests.CountyAsync(on);
        await RosterLifeTests.ApproveAsync(county);
        return county;
    }

    public static Task<AssembledBatch> AssembleAsync(this CountyFixture county) =>
        county.Do(s => s.Get<AssembleBatch>().RunAsync(Staff.Officer, Spring2020, Living, Stop));

    public static async Task<Batch> SendAsync(this CountyFixture county)
    {
        var assembled = await county.AssembleAsync();
        assembled.Refusal.Should().BeNull();
        var id = assembled.Batch!.Value;
        var batch = await county.BatchAsync(id);
        if (batch.NeedsDocument)
            (await county.Do(s => s.Get<SetBatchDocument>().RunAsync(Staff.Officer, id, $"县教字〔2020〕{batch.Sequence}号", new(2020, 5, 8), Money.FromFen(batch.FirstFen), Stop))).Should().BeNull();
        (await county.ReleaseAsync(id)).Should().BeNull();
        (await county.Do(s => s.Get<HandOverBatch>().RunAsync(Staff.Finance, id, Stop))).Should().BeNull();
        return await county.BatchAsync(id);
    }

    public static Task<BatchRefusal?> ReleaseAsync(this CountyFixture county, Guid batch, Actor? by = null) =>
        county.Do(s => s.Get<ReleaseBatch>().RunAsync(by ?? Staff.Finance, batch, "one-card", Stop));

    public static Task<Batch> BatchAsync(this CountyFixture county, Guid id) => county.Do(s => s.Db.Batches.SingleAsync(b => b.Id == id));

    public static Task<List<PaymentLine>> LinesAsync(this CountyFixture county, Guid batch) =>
        county.Do(s => s.Db.PaymentLines.Where(l => l.Batch == batch).OrderBy(l => l.Sequence).ToListAsync());

    /// <summary>What the bank would answer: one word of the outcome a line, such as 成功 or 失败/户名不符.</summary>
    public static async Task<byte[]> AnswerAsync(this CountyFixture county, Guid batch, params string[] outcomes)
    {
        var found = await county.BatchAsync(batch);
        var lines = await county.LinesAsync(batch);
        return await county.Do(s =>
        {
            var cipher = s.Get<FieldCipher>();
            var text = new StringBuilder("批次号,序号,户名,账号,金额,处理结果,失败原因,入账日期\r\n");
            for (var i = 0; i < outcomes.Length; i++)
            {
                if (outcomes[i].Length == 0) continue;
                var (outcome, reason) = outcomes[i].Split('/') is [var o, var r] ? (o, r) : (outcomes[i], "");
                var line = lines[i];
                var account = cipher.Decrypt(line.AccountCipher, Places.PaymentAccount(line.County, line.Batch, line.Sequence));
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{found.Number},{line.Sequence},{line.PayeeName},{account},{line.Fen / 100m:0.00},{outcome},{reason},{(outcome == "成功" ? "2020-05-12" : "")}\r\n");
            }
            return Task.FromResult(Encoding.UTF8.GetBytes(text.ToString()));
        });
    }

    public static Task<TakenReturn> TakeAsync(this CountyFixture county, byte[] file, string name = "回盘.csv", Actor? by = null) =>
        county.Do(s => s.Get<TakeReturn>().RunAsync(by ?? Staff.Finance, file, name, null, Stop));

    public static async Task<TakenReturn> AnswerWithAsync(this CountyFixture county, Guid batch, params string[] outcomes) =>
        await county.TakeAsync(await county.AnswerAsync(batch, outcomes));

    public static async Task<IReadOnlyList<EntryState>> StatesAsync(this CountyFixture county) =>
        [.. (await county.Do(s => EntryPayments.OfAsync(s.Db, Spring2020, Living.Code, Stop))).OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => e.State)];

    public static Task<FourSums> SumsAsync(this CountyFixture county) => county.Do(s => FourSums.ReadAsync(s.Db, Spring2020, Living.Code, Stop));

    /// <summary>Gives a pupil another card, looked at by a second person.</summary>
    public static async Task MendAsync(this CountyFixture county, Guid entry, Child card)
    {
        var holder = await county.Do(s => s.Db.RosterEntries.Where(e => e.Id == entry).Select(e => e.Name).SingleAsync());
        (await county.Do(s => s.Get<MendCard>().RunAsync(Staff.SchoolClerk, entry, new(card.Card, holder, "农商行", null, "原卡户名不符"), Stop))).Should().BeNull();
        var id = await county.Do(s => s.Db.PersonCards.OrderByDescending(c => c.At).Select(c => c.Id).FirstAsync());
        (await county.Do(s => s.Get<DecideCard>().RunAsync(Staff.SchoolClerk, id, true, Stop))).Should().Be(CardRefusal.NotYourRole);
        (await county.Do(s => s.Get<DecideCard>().RunAsync(Staff.Head, id, true, Stop))).Should().BeNull();
    }
}
