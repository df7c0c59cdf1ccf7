using System.Text.Json;
using EduAid.Application.Accounts;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Synthetic;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <param name="Chinese">Role and place in Chinese; <paramref name="English"/> likewise.</param>
public sealed record DemoAccount(string UserName, string Password, string Chinese, string English);

/// <summary>
/// An invented county and one account a role for a first visit, in Development only. The passwords are drawn for each installation
/// and kept in the data folder, so that every start can print them. Configuration key <c>Demo</c>: <c>false</c> leaves it out.
/// </summary>
public sealed class DemoCounty(EduAidServices services, IConfiguration configuration)
{
    private string AccountsFile => Path.Combine(services.Get<DataFolder>().Path, "demo-accounts.json");

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
        var school = await ClerksSchoolAsync(stop);
        (NewUser User, string Chinese, string English)[] wanted =
        [
            (new("clerk", "林甲一", Role.SchoolClerk, school.Id), $"学校资助专干 {school.Name}", "school clerk"),
            (new("officer", "何乙二", Role.AidOfficer), "资助中心经办", "aid officer"),
            (new("sysadmin", "高丙三", Role.SystemAdministrator), "系统管理员", "system administrator"),
        ];
        var made = wanted.Select(w => new DemoAccount(w.User.UserName, InitialPassword.New(), w.Chinese, w.English)).ToList();
        DataFolder.WriteOwnerOnly(AccountsFile, JsonSerializer.SerializeToUtf8Bytes(made));
        foreach (var (account, index) in made.Select((a, i) => (a, i)))
            await services.Get<CreateUser>().RunAsync(StartUp.Actor, wanted[index].User, account.Password, stop);
        return made;
    }

    // The school with the most on its rosters has most to show.
    private async Task<(SchoolId Id, string Name)> ClerksSchoolAsync(CancellationToken stop)
    {
        var id = await services.Db.Rosters.GroupBy(r => r.School).OrderByDescending(g => g.Sum(r => r.Entries)).Select(g => g.Key).FirstAsync(stop);
        var name = await services.Db.SchoolVersions.Where(v => v.School == id).Select(v => v.Name).FirstAsync(stop);
        return (id, name);
    }
}
