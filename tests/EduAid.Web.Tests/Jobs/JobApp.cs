using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Jobs;

/// <summary>An application in which everything that can be long is, with a small county.</summary>
public class JobApp : WebApp, IAsyncLifetime
{
    public Browser Officer { get; private set; } = null!;

    public SchoolId School { get; private set; }

    public async Task InitializeAsync()
    {
        await LoadCountyAsync(new() { Schools = 12, Pupils = 240, Seed = 5, RegisteredShare = 0.4 });
        await using var work = Work();
        School = await work.Db.SchoolVersions.Where(v => v.Kind == SchoolKind.Primary).Select(v => v.School).FirstAsync();
        Officer = await SignInAsAsync(Role.AidOfficer);
        await Officer.OpenAsync("/?semester=2020-spring");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected override void Configure(IWebHostBuilder host)
    {
        host.UseSetting("Jobs:PreviewBytes", "0").UseSetting("Jobs:AcceptRows", "0").UseSetting("Jobs:ListRows", "0").UseSetting("Jobs:Entries", "0")
            .UseSetting("Jobs:WaitMilliseconds", "60000");
        host.ConfigureServices(s => s.AddSingleton(new BusinessClock(movable: true)));
    }
}

/// <summary>The same where no node is free: jobs wait.</summary>
public sealed class BusyApp : JobApp
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Jobs:AtOnce", "0").UseSetting("Jobs:WaitMilliseconds", "0");
    }
}
