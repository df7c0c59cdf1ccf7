using System.Net;
using EduAid.Application.Payments;
using EduAid.Domain.Payments;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Payments;

/// <summary>Steps that are taken back: a file that nobody handed over, and a return taken in by mistake.</summary>
public sealed class CancelAndUndoTests(PaymentApp app) : IClassFixture<PaymentApp>
{
    [Fact]
    public async Task A_batch_is_discarded_cancelled_by_two_people_and_a_return_is_undone()
    {
        var first = await PaidRosters.AssembleAsync(app);
        await DiscardAsync(first);
        var second = await PaidRosters.AssembleAsync(app);
        await CancelAsync(second);
        var third = await SendAsync();
        await UndoAsync(third);
    }

    private async Task DiscardAsync(Guid batch)
    {
        var path = $"/Payments/Batches/{batch}";
        using var silent = await app.Officer.SendAsync(path, "form[action$='Discard']");
        (await Browser.PageOf(silent, path)).QuerySelector("#Reason-error").Should().NotBeNull("a reason is required");
        (await app.Officer.SendAsync(path, "form[action$='Discard']", ("Reason", "少编一所学校"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await StateAsync(batch)).Should().Be(BatchState.Cancelled);
    }

    private async Task CancelAsync(Guid batch)
    {
        var path = $"/Payments/Batches/{batch}";
        await DocumentAsync(batch);
        await app.Finance.SendAsync(path, "form[action$='Release']", ("format", "one-card"));
        (await app.Finance.SendAsync(path, "form[action$='AskCancel']", ("Reason", "格式选错"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var alone = await app.Finance.SendAsync(path, "form[action$='Cancel']:not([action*='Ask'])");
        (await Browser.PageOf(alone, path)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("不同的人");
        (await StateAsync(batch)).Should().Be(BatchState.Released);
        (await app.Director.SendAsync(path, "form[action$='Cancel']:not([action*='Ask'])")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await StateAsync(batch)).Should().Be(BatchState.Cancelled);
        (await app.Finance.OpenAsync(path)).QuerySelector("form[action$='Download']").Should().BeNull("a cancelled file is handed out no more");
    }

    private async Task<Guid> SendAsync()
    {
        var batch = await PaidRosters.AssembleAsync(app);
        await DocumentAsync(batch);
        await app.Finance.SendAsync($"/Payments/Batches/{batch}", "form[action$='Release']", ("format", "one-card"));
        await app.Finance.SendAsync($"/Payments/Batches/{batch}", "form[action$='HandOver']");
        return batch;
    }

    private async Task UndoAsync(Guid batch)
    {
        var taken = await PaidRosters.AnswerAsync(app, batch, "成功");
        var path = $"/Payments/Returns/{taken.Number}";
        (await app.Finance.OpenAsync(path)).Rows("rows").Should().OnlyContain(r => r[1] == "已更新");
        (await app.Finance.SendAsync(path, "form[action$='Undo']")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        var page = await app.Finance.OpenAsync(path);
        page.QuerySelector(".notice.warn")!.TextContent.Should().Contain("撤回了这份回盘");
        page.QuerySelector("form[action$='Undo']").Should().BeNull();
        await using var work = app.Work();
        (await work.Db.PaymentLines.Where(l => l.Batch == batch).Select(l => l.State).Distinct().ToListAsync()).Should().Equal(LineState.Sent);
    }

    private async Task DocumentAsync(Guid batch)
    {
        await using var work = app.Work();
        var fen = await work.Db.Batches.Where(b => b.Id == batch).Select(b => b.FirstFen).SingleAsync();
        await app.Officer.SendAsync($"/Payments/Batches/{batch}", "form[action$='Document']", ("Number", "县教字〔2020〕8号"), ("Date", "2020-05-08"), ("Sum", $"{fen / 100m:0.00}"));
    }

    private async Task<BatchState> StateAsync(Guid batch)
    {
        await using var work = app.Work();
        return await work.Db.Batches.Where(b => b.Id == batch).Select(b => b.State).SingleAsync();
    }
}
