using EduAid.Application.Audit;
using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Schools;

public class ReviseSchoolTests
{
    [Theory, EveryDatabase]
    public async Task A_change_holds_from_its_semester_on_and_the_account_goes_over(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.Schools(SchoolsFile);
        var before = await VersionAsync(county, Spring2020);
        var asked = new SchoolRevision(before.Name, before.Township, before.Kind, before.Sponsor, Tier.CityModel, Money.FromFen(90_000));
        (await ReviseAsync(county, Staff.Officer, Autumn2020, asked)).Should().BeNull();
        (await VersionAsync(county, Spring2020)).Tier.Should().Be(Tier.ProvinceModel, "earlier semesters stay");
        var now = await VersionAsync(county, Autumn2020);
        (now.Tier, now.ActualTuitionFen).Should().Be((Tier.CityModel, 90_000));
        (await county.Do(s => Task.FromResult(s.Get<FieldCipher>().Decrypt(now.AccountCipher!, Places.SchoolAccount(now.County, now.School, now.From, now.Import))))).Should().Be("34050100000004");
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "school.revise"))).Should().Be(1);
        (await county.Undo(now.Import)).Refusal.Should().BeNull("it is taken back like an import");
        (await VersionAsync(county, Autumn2020)).Tier.Should().Be(Tier.ProvinceModel);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_name()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await county.Schools(SchoolsFile);
        var v = await VersionAsync(county, Spring2020);
        var same = new SchoolRevision(v.Name, v.Township, v.Kind, v.Sponsor, v.Tier, null);
        (Actor Who, SchoolRevision Asked, string Why, RevisionRefusal Refusal)[] rows =
        [
            (Staff.Director, same with { Tier = Tier.CityModel }, "x", RevisionRefusal.NotYourRole), (Staff.SchoolClerk, same with { Tier = Tier.CityModel }, "x", RevisionRefusal.NotYourRole), (Staff.Officer, same, "x", RevisionRefusal.NothingChanged),
            (Staff.Officer, same with { Name = " " }, "x", RevisionRefusal.NameMissing), (Staff.Officer, same with { ActualTuition = Money.FromFen(0) }, "x", RevisionRefusal.AmountWrong), (Staff.Officer, same with { Tier = Tier.CityModel }, " ", RevisionRefusal.ReasonMissing),
        ];
        foreach (var (who, asked, why, refusal) in rows) (await ReviseAsync(county, who, Spring2020, asked, why)).Should().Be(refusal);
        (await county.Do(s => s.Get<ReviseSchool>().RunAsync(Staff.Officer, new(Guid.Empty), Spring2020, same, "x", Stop))).Should().Be(RevisionRefusal.NotFound);
        (await county.Do(s => s.Db.SchoolVersions.CountAsync())).Should().Be(6);
    }

    [Theory, EveryDatabase]
    public async Task A_specialty_has_its_fee_from_a_semester_on(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.Specialties(SpecialtiesFile);
        Task<RevisionRefusal?> Fee(long fen, string why = "县价费〔2020〕3号") => county.Do(s => s.Get<ReviseSpecialty>().RunAsync(Staff.Officer, "学前教育", Autumn2020, Money.FromFen(fen), why, Stop));
        (await Fee(85_000)).Should().Be(RevisionRefusal.NothingChanged);
        (await Fee(0)).Should().Be(RevisionRefusal.AmountWrong);
        (await Fee(95_000, "")).Should().Be(RevisionRefusal.ReasonMissing);
        (await Fee(95_000)).Should().BeNull();
        (await county.Do(s => s.Db.SpecialtyVersions.Where(v => v.Folded == "学前教育").OrderBy(v => v.From).Select(v => v.FeeFen).ToListAsync())).Should().Equal(85_000, 95_000);
        (await county.Do(s => s.Get<ReviseSpecialty>().RunAsync(Staff.Officer, "没有的专业", Autumn2020, Money.FromFen(95_000), "x", Stop))).Should().Be(RevisionRefusal.NotFound);
    }

    private static Task<SchoolVersion> VersionAsync(CountyFixture county, Semester semester) =>
        county.Do(s => SchoolRegister.Holding(s.Db, semester).SingleAsync(v => v.Name == Senior));

    private static async Task<RevisionRefusal?> ReviseAsync(CountyFixture county, Actor who, Semester from, SchoolRevision asked, string why = "皖教〔2020〕12号")
    {
        var school = (await VersionAsync(county, Spring2020)).School;
        return await county.Do(s => s.Get<ReviseSchool>().RunAsync(who, school, from, asked, why, Stop));
    }
}
