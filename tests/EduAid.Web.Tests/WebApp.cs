using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Synthetic;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests;

/// <summary>
/// The application as it runs outside Development, over HTTPS and a data folder of its own with SQLite. As a class fixture it is shared
/// by the tests of a class and starts empty: no county, no accounts. <see cref="LoadCountyAsync"/> fills it through the verbs.
/// </summary>
public class WebApp : IDisposable
{
    public const string Password = "Zhu-7xian-Kefu";

    private static readonly Actor Arranger = new("test", "test", "test");

    private readonly string data;
    private readonly bool owned;
    private readonly Dictionary<(Role, SchoolId?), string> accounts = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> secrets = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly WebApplicationFactory<Program> factory;

    public WebApp()
        : this(Directory.CreateTempSubdirectory("eduaid-web-").FullName, owned: true)
    {
    }

    /// <summary>A second application on the data of another one, which deletes them.</summary>
    protected WebApp(string data, bool owned)
    {
        (this.data, this.owned) = (data, owned);
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production").UseSetting("Data", data);
            // Tests sign in more often than people do; the limits have tests of their own.
            host.UseSetting("Limits:SignInsPerMinute", "100000").UseSetting("Limits:UploadsPerMinute", "100000")
                .UseSetting("Limits:ExportsPerMinute", "100000");
            // A look for other nodes' jobs would be counted among a page's queries.
            host.UseSetting("Jobs:LookSeconds", "3600");
            Configure(host);
        });
    }

    /// <summary>Ends the names of accounts, where two applications share a database.</summary>
    protected virtual string Suffix => "";

    public DataFolder Folder => Services.GetRequiredService<DataFolder>();

    public IServiceProvider Services => factory.Services;

    /// <summary>Further settings of a fixture made from this one.</summary>
    protected virtual void Configure(IWebHostBuilder host)
    {
    }

    /// <summary>A unit of work beside the pages, to arrange and to look: of the whole county unless told otherwise. Dispose it.</summary>
    public EduAidServices Work(Scope? scope = null)
    {
        var services = new EduAidServices(Services.CreateAsyncScope());
        services.Db.Scope = scope ?? Scope.WholeCounty(services.Get<CountySettings>().Code);
        return services;
    }

    /// <summary>Takes in an invented county and drafts its rosters; the demo county unless told otherwise.</summary>
    public async Task<LoadedCounty> LoadCountyAsync(SyntheticCountyOptions? options = null)
    {
        await using var work = Work();
        return await work.Get<LoadSyntheticCounty>().RunAsync(Arranger, options ?? SyntheticCountyOptions.Demo, null, CancellationToken.None);
    }

    /// <summary>Somebody with a browser who has not signed in. Redirects are not followed, so that a test sees them.</summary>
    public Browser Anonymous(string address = "https://eduaid.test") => new(factory.CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri(address),
    }));

    /// <summary>Somebody in that role, signed in through the page. The account is made the first time; a school's role needs a school.</summary>
    public async Task<Browser> SignInAsAsync(Role role, SchoolId? school = null)
    {
        var browser = Anonymous();
        await SignInAsync(browser, await AccountAsync(role, school));
        return browser;
    }

    /// <summary>Signs in with <see cref="Password"/>, and with a code where the account has a second factor.</summary>
    public async Task SignInAsync(Browser browser, string userName)
    {
        await browser.SignInAsync(userName, Password);
        if (!secrets.ContainsKey(userName)) return;
        using var proved = await browser.SendAsync("/Account/Code", null, ("Code", await CodeAsync(userName)));
        proved.StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect, "the right code signs in");
    }

    /// <summary>The code that the account's authenticator shows; good though one of the same half minute has been used.</summary>
    public async Task<string> CodeAsync(string userName)
    {
        await using var work = Work();
        await work.Db.Users.Where(u => u.UserName == userName).ExecuteUpdateAsync(s => s.SetProperty(u => u.FactorStep, 0));
        return OneTimeCode.At(secrets[userName], Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    /// <summary>User name of an account in that role, with <see cref="Password"/>.</summary>
    public async Task<string> AccountAsync(Role role, SchoolId? school = null)
    {
        await turn.WaitAsync();
        try
        {
            if (accounts.TryGetValue((role, school), out var known)) return known;
            return accounts[(role, school)] = await NewAccountAsync($"{role}{accounts.Count}{Suffix}", role, school);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>An account of its own for a test that locks it out or shuts it.</summary>
    /// <param name="school">For a township school: one of its schools.</param>
    public async Task<string> NewAccountAsync(string userName, Role role, SchoolId? school = null)
    {
        await using var work = Work();
        var grant = role.Place() switch
        {
            Place.Township => new Grant(role, Township: await work.Db.SchoolVersions.Where(v => v.School == school).Select(v => v.Township).FirstAsync()),
            Place.Unit => new Grant(role, Unit: "局营养办"),
            _ => new Grant(role, school),
        };
        var id = await NewAccountAsync(userName);
        var outcome = await work.Get<ChangeAssignments>().GrantAsync(Arranger, id, grant, CancellationToken.None);
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"{userName}: {refusal}");
        if (role.NeedsSecondFactor()) await AddFactorAsync(userName, id);
        return userName;
    }

    private async Task AddFactorAsync(string userName, Guid id)
    {
        var secret = secrets[userName] = OneTimeCode.NewSecret();
        await using var work = Work();
        await work.Get<SecondFactor>().SetUpAsync(Arranger, id, secret, OneTimeCode.At(secret, work.Get<TimeProvider>().GetUtcNow()), CancellationToken.None);
    }

    /// <summary>An account without a role.</summary>
    /// <returns>Its key.</returns>
    public async Task<Guid> NewAccountAsync(string userName)
    {
        await using var work = Work();
        var outcome = await work.Get<CreateUser>().RunAsync(Arranger, new(userName, "林甲一"), Password, CancellationToken.None);
        return outcome.User ?? throw new InvalidOperationException($"{userName}: {outcome.Refusal}");
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        factory.Dispose();
        turn.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (owned) Directory.Delete(data, recursive: true);
    }
}
