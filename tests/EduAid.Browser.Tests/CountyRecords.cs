using System.Text.RegularExpressions;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.People;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Browser.Tests;

/// <summary>What the running application's database holds, read through the application's own services beside it.</summary>
/// <param name="Secrets">Every citizen ID, card, account and telephone number, in clear.</param>
/// <param name="Words">Names of people, places, schools, files, sheets and columns, the longest first.</param>
public sealed partial record CountyRecords(IReadOnlySet<string> Secrets, IReadOnlyList<string> Words)
{
    public static async Task<CountyRecords> ReadAsync(string folder)
    {
        await using var services = Open(folder);
        await using var work = new EduAidServices(services.CreateAsyncScope());
        var db = work.Db;
        db.Scope = Scope.WholeCounty(work.Get<CountySettings>().Code);
        return new(await SecretsAsync(db, work.Get<FieldCipher>(), work.Get<PersonDirectory>()), await WordsAsync(db));
    }

    /// <summary>The application's services on its data folder; dispose them.</summary>
    /// <param name="clock">A business clock of its own, to try what takes days.</param>
    public static ServiceProvider Open(string folder, BusinessClock? clock = null)
    {
        var data = new DataFolder(folder);
        return new ServiceCollection().AddSingleton(clock ?? new BusinessClock()).AddLogging().AddEduAid(data, DatabaseSetup.Sqlite(data.DatabaseFile), CountySettings.Default).AddAccounts().BuildServiceProvider();
    }

    /// <summary>Whether a text has Chinese that none of the county's records says.</summary>
    public bool IsNotItsData(string text)
    {
        foreach (var word in Words) text = text.Replace(word, "", StringComparison.Ordinal);
        return Han().IsMatch(text);
    }

    private static async Task<HashSet<string>> SecretsAsync(EduAidDbContext db, FieldCipher cipher, PersonDirectory people)
    {
        HashSet<string> secrets = [.. (await db.PersonIdNumbers.ToListAsync()).Select(n => people.Reveal(n).Reveal())];
        foreach (var row in await db.Enrolments.ToListAsync())
        {
            Add(row.CardCipher, Places.Enrolment("card", row.County, row.List, row.Line));
            Add(row.PhoneCipher, Places.Enrolment("phone", row.County, row.List, row.Line));
            Add(row.GuardianIdCipher, Places.Enrolment("guardian-id", row.County, row.List, row.Line));
        }
        foreach (var row in await db.Admissions.ToListAsync()) Add(row.CardCipher, Places.AdmissionCard(row.County, row.List, row.Line));
        foreach (var row in await db.PersonCards.ToListAsync()) Add(row.CardCipher, Places.PersonCard(row.County, row.Id));
        foreach (var row in await db.PaymentLines.ToListAsync()) Add(row.AccountCipher, Places.PaymentAccount(row.County, row.Batch, row.Sequence));
        foreach (var row in await db.SchoolVersions.ToListAsync()) Add(row.AccountCipher, Places.SchoolAccount(row.County, row.School, row.From, row.Import));
        return secrets;

        void Add(byte[]? value, string place)
        {
            if (value is not null) secrets.Add(cipher.Decrypt(value, place));
        }
    }

    private static async Task<List<string>> WordsAsync(EduAidDbContext db)
    {
        HashSet<string?> words =
        [
            .. await db.SchoolVersions.Select(v => v.Name).ToListAsync(),
            .. await db.SchoolVersions.Select(v => v.Township).ToListAsync(),
            .. await db.Registrations.Select(r => r.Township).ToListAsync(),
            .. await db.People.Select(p => p.Name).ToListAsync(),
            .. await db.Enrolments.Select(e => e.Sheet).Distinct().ToListAsync(),
            .. await db.Enrolments.Select(e => e.Holder).Distinct().ToListAsync(),
            .. await db.Enrolments.Select(e => e.Class).Distinct().ToListAsync(),
            .. await db.Imports.Select(i => i.File).Distinct().ToListAsync(),
            .. await db.SpecialtyVersions.Select(v => v.Name).Distinct().ToListAsync(),
            .. await db.Users.Select(u => u.DisplayName).ToListAsync(),
            // A plan is the county's own document, and so are its orders and bulletins.
            .. await db.Plans.Select(p => p.Title).ToListAsync(),
            .. await db.PlanItems.Select(i => i.Number).ToListAsync(),
            .. await db.PlanItems.Select(i => i.Title).ToListAsync(),
            .. await db.PlanItemUnits.Select(u => u.Unit).Distinct().ToListAsync(),
            .. await db.PlanMeasures.Select(m => m.Title).ToListAsync(),
            .. await db.PlanMeasures.Select(m => m.Unit).Distinct().ToListAsync(),
            .. await db.PlanMeasures.SelectMany(m => m.Steps).Select(s => s.Title).ToListAsync(),
            .. await db.SupervisionOrders.Select(o => o.Demand).ToListAsync(),
            .. (await db.SupervisionOrders.ToListAsync()).Select(o => o.Number),
            .. (await db.Bulletins.ToListAsync()).Select(b => b.Number),
            // A preview quotes the headings of the file, which are Chinese for everyone.
            .. Enum.GetValues<ListKind>().SelectMany(kind => Headings.Of(kind).Words.Values).SelectMany(names => names),
        ];
        return [.. words.OfType<string>().Where(w => w.Length > 0).OrderByDescending(w => w.Length)];
    }

    [GeneratedRegex(@"[\u3400-\u4dbf\u4e00-\u9fff]")]
    private static partial Regex Han();
}
