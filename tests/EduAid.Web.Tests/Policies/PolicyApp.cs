using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Policies;

/// <summary>A county with lists of a semester, an officer and a director.</summary>
public sealed class PolicyApp : WebApp, IAsyncLifetime
{
    public Browser Officer { get; private set; } = null!;

    public Browser Director { get; private set; } = null!;

    public Semester Now { get; private set; }

    public async Task InitializeAsync()
    {
        await LoadCountyAsync(new() { Schools = 12, Pupils = 240, Seed = 5, RegisteredShare = 0.4 });
        (Officer, Director) = (await SignInAsAsync(Role.AidOfficer), await SignInAsAsync(Role.AidDirector));
        await using var work = Work();
        Now = Semester.Of(work.Get<BusinessDay>().Today);
    }

    protected override void Configure(IWebHostBuilder host) => host.ConfigureServices(s => s.AddSingleton(new BusinessClock(movable: true)));

    public Task DisposeAsync() => Task.CompletedTask;
}
