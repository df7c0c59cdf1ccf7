using System.Net;
using System.Text;
using EduAid.Application.Accounts;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Authorisation;

/// <summary>Everything of one school that an address can name.</summary>
public sealed record SchoolThings(SchoolId School, string Name, RosterId Roster, int Import, Guid Upload);

/// <summary>A county with the four who may come: nobody, a clerk of school A, an aid officer, a system administrator; and school B next door.</summary>
public sealed class Neighbours : WebApp, IAsyncLifetime
{
    private const string Semester = "2020-spring";

    public SchoolThings A { get; private set; } = null!;

    public SchoolThings B { get; private set; } = null!;

    /// <summary>A register's upload of the county.</summary>
    public Guid CountyUpload { get; private set; }

    public Guid SomeUser { get; private set; }

    public Browser Nobody { get; private set; } = null!;

    public Browser ClerkOfA { get; private set; } = null!;

    public Browser ClerkOfB { get; private set; } = null!;

    public Browser Officer { get; private set; } = null!;

    public Browser Administrator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await LoadCountyAsync(new() { Schools = 12, Pupils = 240, Seed = 5, RegisteredShare = 0.4 });
        List<SchoolId> schools;
        await using (var work = Work())
        {
            schools = await work.Db.Rosters.GroupBy(r => r.School).OrderByDescending(g => g.Sum(r => r.Entries)).Select(g => g.Key).Take(2).ToListAsync();
        }
        Nobody = Anonymous();
        (ClerkOfA, ClerkOfB) = (await SignInAsAsync(Role.SchoolClerk, schools[0]), await SignInAsAsync(Role.SchoolClerk, schools[1]));
        (Officer, Administrator) = (await SignInAsAsync(Role.AidOfficer), await SignInAsAsync(Role.SystemAdministrator));
        (A, B) = (await ThingsAsync(schools[0], ClerkOfA), await ThingsAsync(schools[1], ClerkOfB));
        CountyUpload = await UploadAsync(Officer, "/Registers/Upload/schools", "学校代码,学校名称,乡镇,学校类型\n1,甲小学,甲镇,小学\n");
        await using var look = Work();
        SomeUser = await look.Db.Users.Where(u => u.UserName!.StartsWith("SchoolClerk")).Select(u => u.Id).FirstAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<SchoolThings> ThingsAsync(SchoolId school, Browser clerk)
    {
        await using var work = Work();
        var name = await work.Db.SchoolVersions.Where(v => v.School == school).Select(v => v.Name).FirstAsync();
        var roster = await work.Db.Rosters.Where(r => r.School == school && r.Entries > 0).Select(r => r.Id).FirstAsync();
        var import = await work.Db.Imports.Where(i => i.School == school).Select(i => i.Number).FirstAsync();
        return new(school, name, roster, import, await UploadAsync(clerk, "/Lists/Upload", "学校,姓名,身份证号,年级\n甲小学,林甲一,1,一年级\n"));
    }

    private static async Task<Guid> UploadAsync(Browser browser, string page, string csv)
    {
        using var sent = await browser.UploadAsync(page + "?semester=" + Semester, null, [("Files", "list.csv", Encoding.UTF8.GetBytes(csv))]);
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect, page);
        return Guid.Parse(sent.Headers.Location!.OriginalString.Split('?')[0].Split('/')[^1]);
    }
}
