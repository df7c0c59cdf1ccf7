using EduAid.Application.Accounts;
using EduAid.Application.Documents;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Payments;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;

namespace EduAid.Application.Tests.Documents;

public class AttachDocumentTests
{
    private static readonly byte[] Pdf = "%PDF-1.4 test"u8.ToArray();

    [Theory, EveryDatabase]
    public async Task A_scan_is_kept_with_who_and_when_and_comes_back_as_it_was(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = (await county.AssembleAsync()).Batch!.Value;
        (await AttachAsync(county, new(DocumentSubject.Batch, $"{batch}", " 发放文件 ", @"C:\scan\1.pdf", Pdf))).Should().BeNull();
        var kept = await county.Do(s => s.Db.StoredDocuments.SingleAsync());
        (kept.Title, kept.FileName, kept.ContentType, kept.By).Should().Be(("发放文件", "1.pdf", "application/pdf", Staff.Officer.Name));
        var got = await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.Finance, kept.Id, Stop));
        got!.Value.Content.Should().Equal(Pdf);
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action.StartsWith("document.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync()))
            .Should().Equal("document.attach", "document.download");
        (await AttachAsync(county, new(DocumentSubject.Batch, $"{batch}", "又一份", "2.pdf", Pdf))).Should().Be(DocumentRefusal.AlreadyThere);
        (await county.Do(s => s.Db.StoredDocuments.CountAsync())).Should().Be(1);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_no_scan_too_large_or_belongs_to_nothing_is_refused_and_leaves_no_file()
    {
        await using var county = await PaymentSteps.ApprovedAsync(TestDatabase.Sqlite);
        var batch = (await county.AssembleAsync()).Batch!.Value;
        var files = Directory.GetFiles(county.Folder.Files).Length;
        var large = new byte[AttachDocument.Largest + 1];
        Pdf.CopyTo(large, 0);
        (await AttachAsync(county, new(DocumentSubject.Batch, $"{batch}", null, "a.pdf", []))).Should().Be(DocumentRefusal.Empty);
        (await AttachAsync(county, new(DocumentSubject.Batch, $"{batch}", null, "a.pdf", large))).Should().Be(DocumentRefusal.TooLarge);
        (await AttachAsync(county, new(DocumentSubject.Batch, $"{batch}", null, "a.pdf", "MZ"u8.ToArray()))).Should().Be(DocumentRefusal.NotADocument);
        (await AttachAsync(county, new(DocumentSubject.Batch, $"{Guid.Empty}", null, "a.pdf", Pdf))).Should().Be(DocumentRefusal.NotFound);
        (await AttachAsync(county, new(DocumentSubject.Return, "no number", null, "a.pdf", Pdf))).Should().Be(DocumentRefusal.NotFound);
        (await AttachAsync(county, new(DocumentSubject.Voucher, $"{batch}", null, "a.pdf", Pdf))).Should().Be(DocumentRefusal.NotYourRole, "vouchers are finance's");
        Directory.GetFiles(county.Folder.Files).Should().HaveCount(files);
        (await AttachAsync(county, new(DocumentSubject.Batch, $"{batch}", null, "a.pdf", large[..AttachDocument.Largest]))).Should().BeNull("20 MiB is allowed");
    }

    [Fact]
    public async Task A_school_sees_the_papers_of_its_own_rosters_and_none_of_the_bank()
    {
        await using var county = await PaymentSteps.ApprovedAsync(TestDatabase.Sqlite);
        var roster = await county.Do(s => s.Db.Rosters.Where(r => r.Programme == "compulsory-living" && r.Entries > 0).Select(r => new { r.Id, r.School }).SingleAsync());
        var (own, other) = (Scope.OfSchools(county.County, [roster.School]), Scope.OfSchools(county.County, [new(Guid.Empty)]));
        var batch = (await county.AssembleAsync()).Batch!.Value;
        await AttachAsync(county, new(DocumentSubject.Batch, $"{batch}", null, "a.pdf", Pdf));
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, new(DocumentSubject.Roster, $"{roster.Id.Value}", null, "b.pdf", Pdf), Stop), other)).Should().Be(DocumentRefusal.NotFound);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, new(DocumentSubject.Roster, $"{roster.Id.Value}", null, "b.pdf", Pdf), Stop), own)).Should().BeNull();
        var ids = await county.Do(s => s.Db.StoredDocuments.ToDictionaryAsync(d => d.SubjectKind, d => d.Id));
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.SchoolClerk, ids[DocumentSubject.Roster], Stop), own)).Should().NotBeNull();
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.SchoolClerk, ids[DocumentSubject.Batch], Stop), own)).Should().BeNull();
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.SchoolClerk, ids[DocumentSubject.Roster], Stop), other)).Should().BeNull();
    }

    [Fact]
    public async Task A_letter_of_objection_lies_with_the_objection_and_another_school_neither_sees_nor_adds_to_it()
    {
        await using var county = await PaymentSteps.ApprovedAsync(TestDatabase.Sqlite);
        var roster = await county.Do(s => s.Db.Rosters.Where(r => r.Programme == "compulsory-living" && r.Entries > 0).Select(r => new { r.Id, r.School }).SingleAsync());
        var (own, other) = (Scope.OfSchools(county.County, [roster.School]), Scope.OfSchools(county.County, [new(Guid.Empty)]));
        var objection = Guid.Parse("018f0000-0000-7000-8000-000000000001");
        await county.Do(async s =>
        {
            s.Db.Objections.Add(new() { County = county.County, Id = objection, Roster = roster.Id, School = roster.School, Text = "名单有误", RecordedBy = "x", RecordedAt = county.Clock.GetUtcNow() });
            return await s.Db.SaveChangesAsync();
        });
        var letter = new SentDocument(DocumentSubject.Objection, $"{objection}", "来信", "letter.pdf", Pdf);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, letter, Stop), other)).Should().Be(DocumentRefusal.NotFound);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.Finance, letter, Stop))).Should().Be(DocumentRefusal.NotYourRole);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, letter, Stop), own)).Should().BeNull();
        var kept = await county.Do(s => s.Db.StoredDocuments.Select(d => d.Id).SingleAsync());
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.SchoolClerk, kept, Stop), own))!.Value.Content.Should().Equal(Pdf);
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.SchoolClerk, kept, Stop), other)).Should().BeNull();
    }

    private static Task<DocumentRefusal?> AttachAsync(CountyFixture county, SentDocument sent) =>
        county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.As(Staff.Officer.Name, Role.AidOfficer), sent, Stop));
}
