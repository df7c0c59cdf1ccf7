using System.IO.Compression;
using EduAid.Application.Archives;
using EduAid.Application.Documents;
using EduAid.Application.Payments;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Payments;
using EduAid.Application.Tests.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Archives;

/// <summary>The end of the line: nothing open, everything sealed, and nothing moves afterwards.</summary>
public class CloseProgrammeTests
{
    [Theory, EveryDatabase]
    public async Task Books_are_closed_only_where_nothing_is_open_and_the_package_holds_every_paper(TestDatabase on)
    {
        await using var county = await RosterLifeTests.CountyAsync(on);
        (await CloseAsync(county)).Refusal.Should().BeOfType<ClosingRefusal.NothingApproved>();
        await RosterLifeTests.ApproveAsync(county);
        (await CloseAsync(county)).Refusal.Should().BeOfType<ClosingRefusal.DifferencesOpen>().Which.Count.Should().Be(3);
        var assembled = (await county.AssembleAsync()).Batch!.Value;
        (await CloseAsync(county)).Refusal.Should().BeOfType<ClosingRefusal.BatchOpen>();
        (await county.Do(s => s.Get<DiscardBatch>().RunAsync(Staff.Officer, assembled, "重新编制", Stop))).Should().BeNull();
        var batch = await county.SendAsync();
        await county.AnswerWithAsync(batch.Id, "成功", "成功", "成功");
        (await CloseAsync(county)).Refusal.Should().BeOfType<ClosingRefusal.DifferencesOpen>("no voucher covers the batch");
        (await county.Do(s => s.Get<RecordVoucher>().RunAsync(Staff.Finance, batch.Id, "0012871", new(2020, 5, 20), Money.FromFen(150000), Stop))).Should().BeNull();
        var voucher = await county.Do(s => s.Db.Vouchers.SingleAsync());
        var roster = await county.Do(s => s.Db.Rosters.Where(r => r.State == Domain.Rosters.RosterState.Approved).Select(r => r.Id).SingleAsync());
        await AttachAsync(county, Staff.Finance, DocumentSubject.Voucher, voucher.Id.ToString().ToUpperInvariant(), "票据.pdf");
        await AttachAsync(county, Staff.Finance, DocumentSubject.Batch, batch.Id.ToString(), "发文.pdf");
        await AttachAsync(county, Staff.Officer, DocumentSubject.Roster, roster.Value.ToString(), "签字页.pdf");
        (await county.Do(s => s.Get<CloseProgramme>().RunAsync(Staff.Officer, Spring2020, PaymentSteps.Living, Stop))).Refusal.Should().BeOfType<ClosingRefusal.NotYourRole>();

        var closing = (await CloseAsync(county)).Closing!;
        (await CloseAsync(county)).Refusal.Should().BeOfType<ClosingRefusal.AlreadyClosed>();

        var (_, content) = (await county.Do(s => s.Get<DownloadArchive>().RunAsync(Staff.Director, Spring2020, PaymentSteps.Living.Code, Stop)))!.Value;
        using var package = new MemoryStream(content);
        var verdict = new ArchiveVerifier(KeyFingerprint.Parse(closing.Fingerprint)!.Value).Verify(package, Stop);
        verdict.Holds.Should().BeTrue();
        using var zip = new ZipArchive(package, ZipArchiveMode.Read);
        var names = zip.Entries.Select(e => e.FullName).ToList();
        names.Should().Contain("documents/voucher-0012871/01-票据.pdf").And.Contain($"documents/batch-{batch.Number}/01-发文.pdf")
            .And.Contain(n => n.StartsWith("documents/roster-") && n.EndsWith("01-签字页.pdf"))
            .And.Contain($"bank/{batch.Number}/{batch.FileName}").And.Contain("returns/returns.csv").And.Contain("vouchers/vouchers.csv")
            .And.Contain("approvals/signatures.csv").And.Contain("notices/notices.csv").And.Contain("explanations/entries.jsonl");
        using var reasons = new StreamReader(zip.GetEntry("explanations/entries.jsonl")!.Open());
        var lines = (await reasons.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement).ToList();
        lines.Should().HaveCount(3).And.OnlyContain(l => l.GetProperty("reasons").EnumerateArray().Sum(r => r.GetProperty("fen").ValueKind == System.Text.Json.JsonValueKind.Null ? 0 : r.GetProperty("fen").GetInt64()) == l.GetProperty("fen").GetInt64());
        await NothingMovesAsync(county, batch.Id, voucher.Id);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    private static async Task NothingMovesAsync(CountyFixture county, Guid batch, Guid voucher)
    {
        (await county.AssembleAsync()).Refusal.Should().NotBeNull();
        (await county.Do(s => s.Get<RecordVoucher>().RunAsync(Staff.Finance, batch, "0012872", new(2020, 5, 21), Money.FromFen(1), Stop))).Should().Be(VoucherRefusal.Closed);
        (await county.Do(s => s.Get<CancelVoucher>().RunAsync(Staff.Finance, voucher, "重复", Stop))).Should().Be(VoucherRefusal.Closed);
        var taken = await county.Do(s => s.Db.BankReturns.Select(r => r.Number).SingleAsync());
        (await county.Do(s => s.Get<UndoReturn>().RunAsync(Staff.Finance, taken, Stop))).Should().NotBeNull();
    }

    private static Task<ClosedProgramme> CloseAsync(CountyFixture county) =>
        county.Do(s => s.Get<CloseProgramme>().RunAsync(Staff.Director, Spring2020, PaymentSteps.Living, Stop));

    private static async Task AttachAsync(CountyFixture county, Application.Audit.Actor by, DocumentSubject kind, string subject, string name) =>
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(by, new(kind, subject, null, name, [.. "%PDF-1.4 "u8, .. System.Text.Encoding.UTF8.GetBytes(name)]), Stop))).Should().BeNull();
}
