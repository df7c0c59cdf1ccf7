using System.Text.Json;
using EduAid.Application.Accounts;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Spreadsheets.Synthetic;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <param name="Chinese">Role and place in Chinese; <paramref name="English"/> likewise.</param>
public sealed record DemoAccount(string UserName, string Password, string Chinese, string English);

/// <summary>
/// An invented county with its people (<see cref="DemoPeople"/>) for a first visit, in Development only. The passwords are drawn for each installation
/// and kept in the data folder, so that every start can print them. Configuration key <c>Demo</c>: <c>false</c> leaves it out.
/// </summary>
public sealed class DemoCounty(EduAidServices services, IConfiguration configuration)
{
    private readonly TimeProvider time = services.Get<TimeProvider>();

    private string AccountsFile => AccountsFileIn(services.Get<DataFolder>());

    public static string AccountsFileIn(DataFolder folder) => Path.Combine(folder.Path, "demo-accounts.json");

    public async Task<IReadOnlyList<DemoAccount>> PrepareAsync(CancellationToken stop)
    {
        if (!configuration.GetValue("Demo", true)) return [];
        var (db, county) = (services.Db, services.Get<CountySettings>());
        if (await db.Users.AnyAsync(stop)) return Kept();
        db.Scope = Scope.WholeCounty(county.Code);
        // The file marks a load that was cut short: it goes on where it was, for loading again changes nothing.
        if (!File.Exists(AccountsFile) && await db.Imports.AnyAsync(stop)) return [];
        DataFolder.WriteOwnerOnly(AccountsFile, "[]"u8);
        Console.Out.WriteLine("正在载入演示数据,约几秒钟… / Loading the demo county, a few seconds…");
        await services.Get<LoadSyntheticCounty>().RunAsync(StartUp.Actor, SyntheticCountyOptions.Demo, null, stop);
        return await AddAccountsAsync(stop);
    }

    /// <summary>Nobody goes to work on data with accounts whose passwords lie beside them.</summary>
    /// <exception cref="CannotStartException">The data folder holds the demo.</exception>
    public void RequireNone()
    {
        if (File.Exists(AccountsFile))
            throw new CannotStartException("数据文件夹里是演示数据和演示账户,正式环境请另用一个文件夹(设置 Data)。 "
                + $"The data folder holds the demo; use another one outside Development (setting Data): {services.Get<DataFolder>().Path}");
    }

    private List<DemoAccount> Kept() =>
        File.Exists(AccountsFile) ? JsonSerializer.Deserialize<List<DemoAccount>>(File.ReadAllBytes(AccountsFile)) ?? [] : [];

    private async Task<List<DemoAccount>> AddAccountsAsync(CancellationToken stop)
    {
        var people = await PeopleAsync(stop);
        var made = people.Select(p => new DemoAccount(p.UserName, InitialPassword.New(), p.Chinese, p.English)).ToList();
        DataFolder.WriteOwnerOnly(AccountsFile, JsonSerializer.SerializeToUtf8Bytes(made));
        foreach (var (person, account) in people.Zip(made))
        {
            var outcome = await services.Get<CreateUser>().RunAsync(StartUp.Actor, new(person.UserName, person.Name), account.Password, stop);
            var id = outcome.User!.Value;
            await services.Get<ChangeAssignments>().GrantAsync(StartUp.Actor, id, person.Grant, stop);
            if (!person.Grant.Role.NeedsSecondFactor()) continue;
            var secret = OneTimeCode.NewSecret();
            await services.Get<SecondFactor>().SetUpAsync(StartUp.Actor, id, secret, OneTimeCode.At(secret, time.GetUtcNow()), stop);
        }
        await new DemoBudgets(services, people).FillAsync(stop);
        await new DemoPlan(services, people).FillAsync(stop);
        await new DemoOutcomes(services).FillAsync(stop);
        await new DemoMatching(services).FillAsync(stop);
        await new DemoDropouts(services, people).FillAsync(stop);
        await new DemoHomeTeaching(services, people).FillAsync(stop);
        await new DemoPairing(services, people).FillAsync(stop);
        await new DemoLoans(services).FillAsync(stop);
        await new DemoCanteens(services, people).FillAsync(stop);
        await new DemoPolicies(services, people).FillAsync(stop);
        await new DemoJobs(services).FillAsync(stop);
        return made;
    }

    // The school with the most on its rosters has most to show.
    private async Task<IReadOnlyList<DemoPerson>> PeopleAsync(CancellationToken stop)
    {
        var id = await services.Db.Rosters.GroupBy(r => r.School).OrderByDescending(g => g.Sum(r => r.Entries)).Select(g => g.Key).FirstAsync(stop);
        var school = await services.Db.SchoolVersions.Where(v => v.School == id).Select(v => new { v.Name, v.Township }).FirstAsync(stop);
        return DemoPeople.Of(id, school.Name, school.Township);
    }
}
