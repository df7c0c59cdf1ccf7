using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Enrolments;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Storage;

public class ProtectedValuesTests
{
    private const string Phone = "13955512345", GuardianPhone = "18800001111";

    /// <summary>Every byte of the data folder, the log of the database included; on a server every value of every table.</summary>
    [Theory, EveryDatabase]
    public async Task No_whole_number_stands_anywhere_after_an_import(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        var (child, guardian) = (Child(1), Child(77, "1980-02-02"));
        await county.Registered(RegisteredOf("p.csv", child));
        await county.Admissions(Autumn2020, AdmissionsOf("q.csv", "江苏省", Child(50, "2002-05-05")));
        var outcome = await county.Lists(new ListImport(
            Spring2020,
            [
                Csv("a.csv", ListHeader + ",学籍号,监护人姓名,监护人身份证号,联系电话,家庭住址,备注",
                    Row(child) + $",G{child.Id},家长甲,{guardian.Id},{Phone},下湾村 {GuardianPhone},原证号{Child(66).Id} 卡{Child(65).Card}",
                    Row(Child(2)) + $",{Child(2).Id},家长乙,,,,",
                    Row(Child(3) with { Id = Child(3).Id[..17] + "?" }) + ",,,,,,"),
            ],
            Partial: true));
        outcome.Reports[0].Written.Should().Be(2);
        await county.Generate(Spring2020);
        await county.Generate(Autumn2020);
        await county.Do(s => s.Get<Application.Rosters.ExplainPerson>().RunAsync(
            CountyFixture.Clerk, Spring2020, Domain.Values.CitizenId.FromStored(child.Id), CountyFixture.Stop));

        await RestOfTheRunAsync(county, on);

        string[] numbers =
        [
            child.Id, child.Card, guardian.Id, Phone, GuardianPhone, Child(66).Id, Child(65).Card, Child(2).Id, Child(2).Card, Child(3).Id[..17], Child(3).Card,
            Child(50, "2002-05-05").Id, Child(50, "2002-05-05").Card, "34050100000001",
        ];
        var places = await PlacesAsync(county, on);
        places.Should().Contain(p => Holds(p.Content, First), "otherwise this test looks at nothing");
        foreach (var (place, content) in places)
            foreach (var number in numbers) Holds(content, number).Should().BeFalse("{0} must not stand in {1}", number, place);
    }

    [Theory, EveryDatabase]
    public async Task A_ciphertext_moved_to_another_row_does_not_open(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Lists(ListOf("a.csv", Children(1, 2)));
        await using var services = county.Open();
        var cipher = services.Get<FieldCipher>();
        var rows = await services.Db.Enrolments.OrderBy(e => e.Line).ToListAsync();
        string Open(Enrolment from, Enrolment at, string column) => cipher.Decrypt(from.CardCipher!, Places.Enrolment(column, at.County, at.List, at.Line));
        Open(rows[0], rows[0], "card").Should().Be(Child(1).Card);
        FluentActions.Invoking(() => Open(rows[0], rows[1], "card")).Should().Throw<CryptographicException>();
        FluentActions.Invoking(() => Open(rows[0], rows[0], "phone")).Should().Throw<CryptographicException>();
        var altered = (byte[])rows[0].CardCipher!.Clone();
        altered[^1] ^= 1;
        FluentActions.Invoking(() => cipher.Decrypt(altered, Places.Enrolment("card", rows[0].County, rows[0].List, rows[0].Line)))
            .Should().Throw<CryptographicException>();
    }

    // What else comes to lie on a disk: an upload with its preview, workbooks with full numbers, a reveal, a backup.
    private static async Task RestOfTheRunAsync(CountyFixture county, TestDatabase on)
    {
        var csv = ListOf("b.csv", Children(1, 40));
        await using (var services = county.Open())
        {
            using var sent = csv.Open();
            using var copy = new MemoryStream();
            await sent.CopyToAsync(copy);
            await services.Get<StoredFiles>().SaveAsync(Guid.CreateVersion7(), copy.ToArray(), CountyFixture.Stop);
            using var workbook = new MemoryStream();
            await services.Get<Application.Rosters.ExportRosters>().RunAsync(
                CountyFixture.Clerk, Spring2020, Domain.Programmes.Programme.Find("compulsory-living")!, null, workbook, CountyFixture.Stop);
            UnzippedTests.Unzipped(workbook.ToArray()).Should().Contain(c => Holds(c, Child(1).Id), "the workbook itself carries them in full, inflated or not at all");
        }
        if (on != TestDatabase.Sqlite) return;
        await county.Do(async s =>
        {
            await s.Get<Application.Backups.Backup>().RunAsync(CountyFixture.Clerk, Path.Combine(county.Folder.Path, "run.backup"), CountyFixture.Stop);
            return 0;
        });
    }

    private static bool Holds(byte[] content, string text) =>
        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0
        || content.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes(text)) >= 0;

    private static async Task<List<(string Place, byte[] Content)>> PlacesAsync(CountyFixture county, TestDatabase on)
    {
        var places = new List<(string, byte[])>();
        foreach (var path in Directory.EnumerateFiles(county.Folder.Path, "*", SearchOption.AllDirectories))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[file.Length];
            await file.ReadExactlyAsync(content);
            places.Add((Path.GetFileName(path), content));
            places.AddRange(UnzippedTests.Unzipped(content).Select(inner => (Path.GetFileName(path) + " inflated", inner)));
        }
        if (on == TestDatabase.Sqlite) return places;
        await using var services = county.Open();
        var tables = services.Db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct();
        foreach (var table in tables)
        {
            var sql = "SELECT t::text AS \"Value\" FROM \"" + table + "\" t";
            var rows = await services.Db.Database.SqlQueryRaw<string>(sql).ToListAsync();
            places.Add((table, Encoding.UTF8.GetBytes(string.Join('\n', rows))));
            // Binary columns come as hexadecimal text.
            places.AddRange(rows.SelectMany(r => System.Text.RegularExpressions.Regex.Matches(r, @"\\x([0-9a-f]{2,})")).Select(m => (table, Convert.FromHexString(m.Groups[1].Value))));
        }
        return places;
    }
}
