using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Payments;

/// <summary>A small county with one school's roster approved, and somebody in each role that handles money.</summary>
public sealed class PaymentApp : WebApp, IAsyncLifetime
{
    public SchoolId School { get; private set; }

    public Browser Officer { get; private set; } = null!;

    public Browser Director { get; private set; } = null!;

    public Browser Finance { get; private set; } = null!;

    public Browser Clerk { get; private set; } = null!;

    public Browser Head { get; private set; } = null!;

    public BusinessClock Clock => Services.GetRequiredService<BusinessClock>();

    /// <summary>Whole fen of the approved roster.</summary>
    public long Fen { get; private set; }

    public int People { get; private set; }

    public async Task InitializeAsync()
    {
        await LoadCountyAsync(new() { Schools = 12, Pupils = 240, Seed = 5, RegisteredShare = 0.4 });
        School = await PaidRosters.SchoolAsync(this);
        var roster = await PaidRosters.ApproveAsync(this, School);
        await using var work = Work();
        (Fen, People) = await work.Db.Rosters.Where(r => r.Id == roster).Select(r => new ValueTuple<long, int>(r.Fen, r.Entries)).SingleAsync();
        (Officer, Director, Finance) = (await InAsync(Role.AidOfficer), await InAsync(Role.AidDirector), await InAsync(Role.Finance));
        (Clerk, Head) = (await InAsync(Role.SchoolClerk), await InAsync(Role.SchoolHead));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The latest batch.</summary>
    public async Task<Guid> LastBatchAsync()
    {
        await using var work = Work();
        return await work.Db.Batches.OrderByDescending(b => b.Sequence).Select(b => b.Id).FirstAsync();
    }

    protected override void Configure(IWebHostBuilder host) => PaidRosters.MovableClock(host);

    private async Task<Browser> InAsync(Role role)
    {
        var browser = await SignInAsAsync(role, role is Role.SchoolClerk or Role.SchoolHead ? School : null);
        await browser.OpenAsync("/Account/Switch?semester=2020-spring");
        return browser;
    }
}
