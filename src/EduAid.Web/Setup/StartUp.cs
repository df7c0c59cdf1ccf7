using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EduAid.Web.Setup;

/// <summary>
/// Makes or upgrades the installation before the first request: in Development with a demo county in an empty database,
/// elsewhere with a code for each of the three administrators while there is none. What is printed goes to the console and never to a log file.
/// </summary>
public static class StartUp
{
    public static Actor Actor { get; } = new("system", "system", "start");

    public static async Task PrepareAsync(this WebApplication app, CancellationToken stop)
    {
        StartUpFault.RequireSeeds();
        var used = FolderLock.TryUse(app.Services.GetRequiredService<DataFolder>())
            ?? throw new CannotStartException("数据文件夹正被一个独占的命令使用,请等它结束。 The data folder is in use by a command that works alone; wait for its end.");
        app.Lifetime.ApplicationStopped.Register(used.Dispose);
        var outcome = await app.Services.GetRequiredService<Initialise>().RunAsync(Actor, stop);
        if (outcome.RecoveryKey is { } key)
        {
            Say("恢复密钥,只显示这一次,请抄存在安全的地方(恢复备份时需要):");
            Say("Recovery key, shown this once; keep it safe, restoring a backup needs it:");
            Say($"  {key}");
        }
        await using var services = new EduAidServices(app.Services.CreateAsyncScope());
        var demo = new DemoCounty(services, app.Configuration);
        IReadOnlyList<DemoAccount> accounts = [];
        if (app.Environment.IsDevelopment()) accounts = await demo.PrepareAsync(stop);
        else
        {
            demo.RequireNone();
            await OfferSetUpAsync(services, stop);
        }
        services.Db.Scope = Scope.WholeCounty(services.Get<CountySettings>().Code);
        await services.Get<SweepUploads>().RunAsync(stop);
        app.Lifetime.ApplicationStarted.Register(() => Greet(app, accounts));
    }

    private static async Task OfferSetUpAsync(EduAidServices services, CancellationToken stop)
    {
        var codes = await services.Get<FirstAdministrators>().OfferAsync(stop);
        if (codes.Count == 0) return;
        Say("还缺管理员。请三个人各自打开 /Account/Setup,用自己的一次性代码建立账户(每次启动会换新的代码):");
        Say("Administrators are missing. Three people each open /Account/Setup and make their account with a one-time code of their own (each start makes new ones):");
        foreach (var (role, code) in codes) Say($"  {code}  {InChinese(role)} / {role}");
    }

    private static string InChinese(Role role) => role switch
    {
        Role.SystemAdministrator => "系统管理员",
        Role.SecurityAdministrator => "安全管理员",
        _ => "审计管理员",
    };

    private static void Greet(WebApplication app, IReadOnlyList<DemoAccount> accounts)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        Say($"EduAid 教育资助系统已启动 / is running: {string.Join(" ", addresses ?? [])}");
        if (accounts.Count == 0) return;
        Say("演示账户(仅开发环境) / demo accounts (Development only):");
        foreach (var account in accounts)
            Say($"  {account.UserName,-12}{account.Password,-24}{account.Chinese} / {account.English}");
    }

    private static void Say(string line) => Console.Out.WriteLine(line);
}
