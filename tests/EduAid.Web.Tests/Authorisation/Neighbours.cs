using System.Net;
using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.Dropouts;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Loans;
using EduAid.Application.Pairing;
using EduAid.Application.Policies;
using EduAid.Application.Setup;
using EduAid.Domain.Checks;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Authorisation;

/// <summary>Everything of one school that an address can name.</summary>
public sealed record SchoolThings(SchoolId School, string Name, RosterId Roster, int Import, Guid Upload, PersonId Person, Guid Entry, Guid Finding)
{
    /// <summary>A case of dropout control.</summary>
    public Guid Dropout { get; init; }

    public Guid HomeChild { get; init; }

    /// <summary>Something that a check points out about the school.</summary>
    public Guid Hit { get; init; }

    /// <summary>A paired household.</summary>
    public Guid Pair { get; init; }
}

/// <summary>
/// A county with somebody in every role, of whom the school's people belong to school A; school B in another township; and school C of
/// a second county in the same database, with its own application.
/// </summary>
public sealed class Neighbours : WebApp, IAsyncLifetime
{
    private const string Semester = "2020-spring";

    private NextCounty? next;

    public SchoolThings A { get; private set; } = null!;

    public SchoolThings B { get; private set; } = null!;

    public SchoolThings C { get; private set; } = null!;

    /// <summary>Somebody who is registered in the township of school A.</summary>
    public PersonId RegisteredNearA { get; private set; }

    /// <summary>A register's upload of the county.</summary>
    public Guid CountyUpload { get; private set; }

    public Guid SomeUser { get; private set; }

    /// <summary>A batch with the bank.</summary>
    public Guid Batch { get; private set; }

    /// <summary>The bank's answer to it.</summary>
    public int BankReturn { get; private set; }

    /// <summary>A bank's file that waits to be taken in.</summary>
    public Guid StagedReturn { get; private set; }

    /// <summary>A sample of those who were paid.</summary>
    public Guid ArrivalSample { get; private set; }

    /// <summary>A supervision order to the unit of this county's responsible unit.</summary>
    public Guid Order { get; private set; }

    public Guid Bulletin { get; private set; }

    /// <summary>A policy value that waits for the director.</summary>
    public Guid Proposal { get; private set; }

    /// <summary>A loan in the queue.</summary>
    public Guid Loan { get; private set; }

    public Browser Nobody { get; private set; } = null!;

    /// <summary>Signed in, without a role.</summary>
    public Browser Roleless { get; private set; } = null!;

    public IReadOnlyDictionary<Role, Browser> In { get; private set; } = null!;

    public Browser ClerkOfA => In[Role.SchoolClerk];

    public Browser Officer => In[Role.AidOfficer];

    public Browser ClerkOfB { get; private set; } = null!;

    public Browser TownshipOfB { get; private set; } = null!;

    public Browser OfficerOfC { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await LoadCountyAsync(new() { Schools = 12, Pupils = 240, Seed = 5, RegisteredShare = 0.4 });
        var (a, b) = await InTwoTownshipsAsync();
        Nobody = Anonymous();
        var signedIn = new Dictionary<Role, Browser>();
        foreach (var role in Enum.GetValues<Role>())
            signedIn[role] = await SignInAsAsync(role, role is Role.SchoolClerk or Role.SchoolHead or Role.TownshipSchool or Role.Teacher ? a : null);
        In = signedIn;
        (ClerkOfB, TownshipOfB) = (await SignInAsAsync(Role.SchoolClerk, b), await SignInAsAsync(Role.TownshipSchool, b));
        SomeUser = await NewAccountAsync("roleless");
        Roleless = Anonymous();
        await Roleless.SignInAsync("roleless", Password);
        (A, B) = (await ThingsAsync(this, a, ClerkOfA, 0), await ThingsAsync(this, b, ClerkOfB, 0));
        RegisteredNearA = await RegisteredNearAsync(a);
        CountyUpload = await UploadAsync(Officer, "/Registers/Upload/schools", "学校代码,学校名称,乡镇,学校类型\n1,甲小学,甲镇,小学\n");
        var sent = await PaidRosters.SendAsync(this, await PaidRosters.SchoolAsync(this));
        (Batch, BankReturn) = (sent, (await PaidRosters.AnswerAsync(this, sent, "成功")).Number!.Value);
        StagedReturn = await PaidRosters.StageAsync(this, sent);
        ArrivalSample = await PaidRosters.DrawAsync(this);

        (Order, Bulletin) = await PlannedCounty.MakeAsync(this);
        Proposal = await ProposeAsync();
        Loan = await ApplyAsync();

        next = new NextCounty(Folder.Path);
        await next.LoadCountyAsync(new() { Schools = 60, Pupils = 900, Seed = 6, RegisteredShare = 0.4 });
        await using var work = next.Work();
        var c = await work.Db.Rosters.Where(r => r.Entries > 0).OrderByDescending(r => r.Entries).Select(r => r.School).FirstAsync();
        using var clerk = await next.SignInAsAsync(Role.SchoolClerk, c);
        C = await ThingsAsync(next, c, clerk, await LastImportAsync());
        OfficerOfC = await next.SignInAsAsync(Role.AidOfficer);
    }

    protected override void Configure(IWebHostBuilder host) => PaidRosters.MovableClock(host);

    public Task DisposeAsync()
    {
        next?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The address of the item that the responsible unit answers for.</summary>
    public static string PlanItem(string page) => page + Uri.EscapeDataString("二(三)1");

    private async Task<(SchoolId A, SchoolId B)> InTwoTownshipsAsync()
    {
        await using var work = Work();
        var schools = await work.Db.Rosters.GroupBy(r => r.School).OrderByDescending(g => g.Sum(r => r.Entries)).Select(g => g.Key).ToListAsync();
        var townships = await work.Db.SchoolVersions.ToDictionaryAsync(v => v.School, v => v.Township);
        return (schools[0], schools.First(s => townships[s] != townships[schools[0]]));
    }

    private async Task<PersonId> RegisteredNearAsync(SchoolId school)
    {
        await using var work = Work();
        var township = await work.Db.SchoolVersions.Where(v => v.School == school).Select(v => v.Township).FirstAsync();
        return await work.Db.Registrations.Where(r => r.Township == township).Select(r => r.Person).FirstAsync();
    }

    private async Task<Guid> ProposeAsync()
    {
        await using var work = Work();
        var from = EduAid.Domain.Values.Semester.Of(work.Get<BusinessDay>().Today);
        return (await work.Get<ProposePolicy>().RunAsync(
            new("经办甲", nameof(Role.AidOfficer), "test"), new("preschool.annual-amount", from, "1000", "县教〔2026〕18号", "第二条", "标准提高"), CancellationToken.None)).Proposal!.Value;
    }

    private async Task<Guid> ApplyAsync()
    {
        await using var work = Work();
        const string digits = "34152320010505101";
        return (await work.Get<ApplyForLoan>().RunAsync(
            new("经办甲", nameof(Role.AidOfficer), "test"),
            new(2019, "借款甲", digits + CitizenId.CheckCharacterOf(digits), LoanLevel.Undergraduate, "某大学", Money.FromYuan(6000), new(2019, 8, 1)), CancellationToken.None)).Loan!.Value;
    }

    private async Task<int> LastImportAsync()
    {
        await using var work = Work();
        return await work.Db.Imports.MaxAsync(i => i.Number);
    }

    private static async Task<SchoolThings> ThingsAsync(WebApp app, SchoolId school, Browser clerk, int after)
    {
        await using var work = app.Work();
        var name = await work.Db.SchoolVersions.Where(v => v.School == school).Select(v => v.Name).FirstAsync();
        var roster = await work.Db.Rosters.Where(r => r.School == school && r.Entries > 0).Select(r => r.Id).FirstAsync();
        var entry = await work.Db.RosterEntries.Where(e => e.Roster == roster).Select(e => new { e.Id, e.Person }).FirstAsync();
        var import = await work.Db.Imports.Where(i => i.Number > after && (after > 0 || i.School == school)).Select(i => i.Number).FirstAsync();
        return new(school, name, roster, import, await UploadAsync(clerk, "/Lists/Upload", "学校,姓名,身份证号,年级\n甲小学,林甲一,1,一年级\n"), entry.Person, entry.Id, await FindingAsync(app, school, entry.Person))
        {
            Dropout = await DropoutAsync(app, school),
            HomeChild = await HomeChildAsync(app, school, entry.Person),
            Hit = await HitAsync(app, school, name),
            Pair = await PairAsync(app, school),
        };
    }

    private static async Task<Guid> DropoutAsync(WebApp app, SchoolId school)
    {
        await using var work = app.Work();
        var township = await work.Db.SchoolVersions.Where(v => v.School == school).Select(v => v.Township).FirstAsync();
        var today = work.Get<BusinessDay>().Today;
        return (await work.Get<OpenDropout>().RunAsync(
            new("经办甲", nameof(Role.AidOfficer), "test"), new(null, "无名童", null, today.Year - 9, new(township, "", "村干部", school, "班主任"), today, "未报到"), CancellationToken.None)).Case!.Value;
    }

    // A home-taught child of the school; its teacher, where the school has one, is named.
    private static async Task<Guid> HomeChildAsync(WebApp app, SchoolId school, PersonId person)
    {
        await using var work = app.Work();
        var teacher = (await work.Get<TeachersOfSchools>().ChoicesAsync(school, CancellationToken.None)).Select(t => (Guid?)t.Account).FirstOrDefault();
        var taken = await work.Get<TakeOnChild>().RunAsync(
            new("经办甲", nameof(Role.AidOfficer), "test"), new(person, EduAid.Domain.Values.Semester.Spring(2020), null, null, school, work.Get<BusinessDay>().Today, DisabilityKind.Body, DisabilityLevel.One, "每周一次", teacher), CancellationToken.None);
        return taken.Child!.Value;
    }

    private static async Task<Guid> HitAsync(WebApp app, SchoolId school, string name)
    {
        await using var work = app.Work();
        var (id, now) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        work.Db.CheckHits.Add(new()
        {
            County = work.Db.CountyCode,
            Id = id,
            Semester = EduAid.Domain.Values.Semester.Spring(2020),
            Code = CheckCodes.BoardersJump,
            Subject = $"school:{school.Value}",
            Name = name,
            Detail = "1|20",
            School = school,
            FoundAt = now,
        });
        await work.Db.SaveChangesAsync();
        return id;
    }

    // A registered household that nobody has yet, paired with a teacher's account where the school has one.
    private static async Task<Guid> PairAsync(WebApp app, SchoolId school)
    {
        await using var work = app.Work();
        var teacher = (await work.Get<TeachersOfSchools>().ChoicesAsync(school, CancellationToken.None)).Select(t => (Guid?)t.Account).FirstOrDefault();
        var household = await work.Db.Registrations.Where(r => r.ValidUntil == int.MaxValue && !work.Db.PairedHouseholds.Any(h => h.Household == r.HouseholdNumber)).OrderBy(r => r.Line).FirstAsync();
        return (await work.Get<TakeOnHousehold>().RunAsync(
            new("经办甲", nameof(Role.AidOfficer), "test"), new(household.HouseholdNumber, household.Head, school, teacher is null ? "教师甲" : null, teacher, work.Get<BusinessDay>().Today.AddDays(-40)), CancellationToken.None)).Household!.Value;
    }

    // A finding of this school alone, so that no other may see it.
    private static async Task<Guid> FindingAsync(WebApp app, SchoolId school, PersonId person)
    {
        await using var work = app.Work();
        var (id, county) = (Guid.CreateVersion7(), work.Db.CountyCode);
        work.Db.Findings.Add(new()
        {
            County = county,
            Id = id,
            Semester = EduAid.Domain.Values.Semester.Spring(2020),
            Code = "card.missing",
            Holds = false,
            Person = person,
            Name = "某",
            Programmes = "compulsory-living",
            Detail = "",
            RaisedAt = TimeProvider.System.GetUtcNow(),
            Schools = [new() { County = county, Finding = id, School = school }],
        });
        await work.Db.SaveChangesAsync();
        return id;
    }

    private static async Task<Guid> UploadAsync(Browser browser, string page, string csv)
    {
        using var sent = await browser.UploadAsync(page + "?semester=" + Semester, null, [("Files", "list.csv", Encoding.UTF8.GetBytes(csv))]);
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect, page);
        return Guid.Parse(sent.Headers.Location!.OriginalString.Split('?')[0].Split('/')[^1]);
    }

    private sealed class NextCounty(string data) : WebApp(data, owned: false)
    {
        protected override string Suffix => "-next";

        protected override void Configure(IWebHostBuilder host) => host.UseSetting("County:Code", "999902").UseSetting("County:Name", "邻县");
    }
}
