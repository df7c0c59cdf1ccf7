using System.Net;
using System.Text;
using EduAid.Application.Documents;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Payments;

/// <summary>Scans: what is taken, who gets it, and how it goes out.</summary>
public sealed class DocumentTests(PaymentApp app) : IClassFixture<PaymentApp>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n%test\n");

    [Fact]
    public async Task A_scan_is_taken_by_its_content_kept_sealed_and_handed_out_as_an_attachment_only()
    {
        var batch = await PaidRosters.AssembleAsync(app);
        var page = $"/Payments/Documents/Upload?kind=Batch&subject={batch}";
        using var program = await app.Officer.UploadAsync(page, null, [("Files", "发放文件.pdf", "MZ not a pdf"u8.ToArray())], ("Title", "发放文件"));
        (await Browser.PageOf(program, page)).QuerySelector("#Files-error")!.TextContent.Should().Contain("按文件内容判断");
        using var sent = await app.Officer.UploadAsync(page, null, [("Files", @"..\..\发放文件.pdf", Pdf)], ("Title", "发放文件"));
        sent.Headers.Location!.OriginalString.Should().Be($"/Payments/Batches/{batch}");
        await using var work = app.Work();
        var kept = await work.Db.StoredDocuments.SingleAsync();
        (kept.ContentType, kept.FileName, kept.Title, kept.Size).Should().Be(("application/pdf", "发放文件.pdf", "发放文件", Pdf.Length));
        File.ReadAllBytes(Path.Combine(app.Folder.Files, $"{kept.File:N}.bin")).AsSpan().IndexOf("%PDF"u8).Should().Be(-1, "it lies encrypted");

        using var again = await app.Officer.UploadAsync(page, null, [("Files", "同一份.pdf", Pdf)]);
        again.StatusCode.Should().Be(HttpStatusCode.OK, "the same bytes are there already");

        using var got = await app.Finance.SendAsync($"/Payments/Batches/{batch}", "#papers form");
        (await got.Content.ReadAsByteArrayAsync()).Should().Equal(Pdf);
        got.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        got.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        (await work.Db.AuditEvents.CountAsync(e => e.Action == "document.download")).Should().Be(1);

        using var seen = await app.Clerk.GetAsync($"/Payments/Documents?kind=Batch&subject={batch}");
        seen.StatusCode.Should().Be(HttpStatusCode.NotFound, "batches are the county's");
    }

    [Theory]
    [InlineData("25504446", "application/pdf")]
    [InlineData("FFD8FFE0", "image/jpeg")]
    [InlineData("89504E470D0A1A0A", "image/png")]
    [InlineData("49492A00", "image/tiff")]
    [InlineData("4D4D002A", "image/tiff")]
    [InlineData("504B0304", null)]
    [InlineData("3C68746D6C3E", null)]
    [InlineData("", null)]
    public void The_type_is_that_of_the_bytes(string begin, string? type) =>
        DocumentContent.TypeOf([.. Convert.FromHexString(begin), .. begin == "25504446" ? "-"u8.ToArray() : []]).Should().Be(type);
}
