using System.Text.Json;
using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>What the authenticators of the demo's people show now. There in Development only; who has a demo account needs no telephone.</summary>
public sealed class DemoCodes(EduAidDbContext db, SecondFactor factor, DataFolder folder)
{
    public async Task<IReadOnlyList<(string UserName, string Role, string Code)>> ReadAsync(CancellationToken stop)
    {
        var file = DemoCounty.AccountsFileIn(folder);
        if (!File.Exists(file)) return [];
        var people = JsonSerializer.Deserialize<List<DemoAccount>>(await File.ReadAllBytesAsync(file, stop)) ?? [];
        var names = people.Select(p => p.UserName).ToList();
        var users = await db.Users.Where(u => names.Contains(u.UserName!) && u.FactorCipher != null).ToDictionaryAsync(u => u.UserName!, stop);
        return [.. people.Where(p => users.ContainsKey(p.UserName)).Select(p => (p.UserName, p.Chinese, factor.CodeOf(users[p.UserName])!))];
    }
}
