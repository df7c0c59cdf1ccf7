using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Pairing;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Pairing;

/// <summary>
/// A county with four registered households: one poor, one out of poverty since 2018, one that the list of autumn 2026 has as out of poverty and the
/// one before as poor, and one whose number the list has in small letters. A teacher at its first school has an account, the others have none. Its clock stands at 24 November 2026.
/// </summary>
internal sealed class PairedCounty : IAsyncDisposable
{
    public const string Poor = "P0001", Exited = "P0002", Changing = "P0003", Small = "p00a4";

    public static readonly DateOnly Today = new(2026, 11, 24);

    private PairedCounty(CountyFixture county) => County = county;

    public CountyFixture County { get; }

    public SchoolId FirstSchool { get; private set; }

    public SchoolId SecondSchool { get; private set; }

    public Guid Teacher { get; private set; }

    public Scope OfTeacher => Scope.OfTeacher(County.County, Teacher);

    public Scope OfFirst => Scope.OfSchools(County.County, FirstSchool);

    public Scope OfSecond => Scope.OfSchools(County.County, SecondSchool);

    public static Actor AsTeacher { get; } = new("teacher1", nameof(Role.Teacher), "test");

    public static async Task<PairedCounty> OpenAsync(TestDatabase on)
    {
        var paired = new PairedCounty(await WithSchools(on));
        var names = await paired.County.Do(s => s.Db.SchoolVersions.ToDictionaryAsync(v => v.Name, v => v.School, Stop));
        (paired.FirstSchool, paired.SecondSchool) = (names[First], names[Second]);
        await paired.County.Registered(List("a.csv", "未脱贫", ""));
        await paired.County.Registered(List("b.csv", "已脱贫", "2025"), Semester.Autumn(2026));
        paired.Teacher = await paired.County.Do(async s =>
        {
            var id = Keys.New(paired.County.Clock.GetUtcNow());
            s.Db.Users.Add(new User { Id = id, UserName = "teacher1", NormalizedUserName = "TEACHER1", DisplayName = "董一", SecurityStamp = "teacher1" });
            s.Db.Assignments.Add(new Assignment { Id = Keys.New(paired.County.Clock.GetUtcNow()), User = id, Role = Role.Teacher, County = paired.County.County, School = paired.FirstSchool });
            await s.Db.SaveChangesAsync(Stop);
            return id;
        });
        return paired;
    }

    /// <summary>What a school's clerk sends; the teacher with an account, unless a name is given.</summary>
    public SentPair Sent(string household, DateOnly from, string? staff = null, SchoolId? school = null) =>
        new(household, HeadOf(household), school ?? FirstSchool, staff, staff is null ? Teacher : null, from);

    public static string HeadOf(string household) => household switch
    {
        Poor => "户主甲",
        Exited => "户主乙",
        Small => "户主丁",
        _ => "户主丙",
    };

    public Task<PairTakenOn> TakeOnAsync(SentPair sent, Actor? by = null, Scope? scope = null) => County.Do(s => s.Get<TakeOnHousehold>().RunAsync(by ?? Staff.Officer, sent, Stop), scope);

    public async Task<Guid> PairAsync(string household, DateOnly from, string? staff = null, SchoolId? school = null) => (await TakeOnAsync(Sent(household, from, staff, school))).Household!.Value;

    public Task<PairVisitRecorded> VisitAsync(Guid household, DateOnly on, Guid? corrects = null, bool withdrawn = false, string content = "入户走访", string? needs = null, Actor? by = null, Scope? scope = null) =>
        County.Do(s => s.Get<RecordPairVisit>().RunAsync(by ?? Staff.Officer, new(household, on, content, needs, corrects, withdrawn), Stop), scope);

    public Task<PairingRefusal?> PassAsync(Guid household, string? staff, DateOnly from, Guid? account = null) =>
        County.Do(s => s.Get<PassHousehold>().RunAsync(Staff.SchoolClerk, household, staff, account, from, Stop), OfFirst);

    public Task<PairingRefusal?> EndAsync(Guid household, DateOnly until, string reason = "迁出") =>
        County.Do(s => s.Get<EndPairing>().RunAsync(Staff.SchoolClerk, household, until, reason, Stop), OfFirst);

    public Task<IReadOnlyList<PairedLine>> LinesAsync(DateOnly? on = null, Scope? scope = null) => County.Do(s => s.Get<PairingBoard>().OnAsync(on ?? Today, Stop), scope);

    public async Task<PairedLine> LineAsync(Guid household, DateOnly? on = null) => (await LinesAsync(on)).Single(l => l.Household.Id == household);

    public Task<PairingReport> ReportAsync(Month first, Month last, Scope? scope = null) =>
        County.Do(async s => PairingReport.Of(await s.Get<PairingBoard>().InAsync(first, last, Today, Stop), first, last, Today), scope);

    public ValueTask DisposeAsync() => County.DisposeAsync();

    private static SentFile List(string file, string category, string year) => Csv(
        file, "户编号,户主姓名,姓名,证件号码,与户主关系,脱贫属性,脱贫年度,乡镇,行政村",
        $"{Poor},户主甲,户主甲,{Child(1, "1970-01-01").Id},本人,未脱贫,,东河镇,下湾村",
        $"{Poor},户主甲,童甲,{Child(2).Id},子女,未脱贫,,东河镇,下湾村",
        $"{Exited},户主乙,童乙,{Child(3).Id},子女,已脱贫,2018,东河镇,上湾村",
        $"{Changing},户主丙,童丙,{Child(4).Id},子女,{category},{year},西河镇,河口村",
        $"{Small},户主丁,童丁,{Child(5).Id},子女,未脱贫,,西河镇,河口村");
}
