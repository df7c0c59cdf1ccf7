using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Plans;

/// <summary>A county with a plan: a supervisor, 局营养办 that it names, and 局项目办.</summary>
public sealed class PlanApp : WebApp, IAsyncLifetime
{
    public const string ItemPage = "/Plans/2020/%E4%BA%8C%28%E4%B8%89%291";

    public Guid Order { get; private set; }

    public Guid Bulletin { get; private set; }

    public Browser Supervisor { get; private set; } = null!;

    public Browser Unit { get; private set; } = null!;

    public Browser OtherUnit { get; private set; } = null!;

    public BusinessClock Clock => Services.GetRequiredService<BusinessClock>();

    public async Task InitializeAsync()
    {
        (Order, Bulletin) = await PlannedCounty.MakeAsync(this);
        (Supervisor, Unit) = (await SignInAsAsync(Role.Supervisor), await SignInAsAsync(Role.ResponsibleUnit));
        var id = await NewAccountAsync("projects");
        await using (var work = Work())
            await work.Get<ChangeAssignments>().GrantAsync(new Actor("test", "test", "test"), id, new(Role.ResponsibleUnit, Unit: "局项目办"), CancellationToken.None);
        OtherUnit = Anonymous();
        await OtherUnit.SignInAsync("projects", Password);
    }

    protected override void Configure(IWebHostBuilder host) => host.ConfigureServices(s => s.AddSingleton(new BusinessClock(movable: true)));

    public Task DisposeAsync() => Task.CompletedTask;
}
