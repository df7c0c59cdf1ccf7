using EduAid.Application.Audit;
using EduAid.Application.Canteens;
using EduAid.Application.Ledgers;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Canteens;

/// <summary>Two primary schools on the programme since September 2026. The county's clock stands at 24 November 2026: September and October are due.</summary>
internal sealed class CanteenCounty : IAsyncDisposable
{
    public static readonly Month September = Month.Of(new(2026, 9, 1)), October = September.Next, November = October.Next;

    private CanteenCounty(CountyFixture county) => County = county;

    public CountyFixture County { get; }

    public SchoolId One { get; private set; }

    public SchoolId Other { get; private set; }

    public SchoolId Senior { get; private set; }

    public Scope OfOne => Scope.OfSchools(County.County, One);

    public static async Task<CanteenCounty> OpenAsync(TestDatabase on, bool joined = true)
    {
        var made = new CanteenCounty(await WithSchools(on));
        var names = await made.County.Do(s => s.Db.SchoolVersions.ToDictionaryAsync(v => v.Name, v => v.School, Stop));
        (made.One, made.Other, made.Senior) = (names[First], names[Second], names[Invented.Senior]);
        if (!joined) return made;
        foreach (var school in new[] { made.One, made.Other }) (await made.FactAsync(school, CanteenFactKind.Supply, "Canteen", new(2026, 9, 1))).Refusal.Should().BeNull();
        return made;
    }

    public Task<CanteenOutcome> FactAsync(SchoolId school, CanteenFactKind kind, string? value, DateOnly from, Actor? by = null, Scope? scope = null, string? note = null) =>
        County.Do(s => s.Get<RecordCanteenFact>().RunAsync(by ?? Staff.Officer, new(school, kind, from, value, note), Stop), scope);

    public Task<CanteenOutcome> StateAsync(MonthStatement? figures, SchoolId? school = null, int seen = 0, string? reason = null, Actor? by = null, Scope? scope = null) =>
        County.Do(s => s.Get<StateMonth>().RunAsync(by ?? Staff.SchoolClerk, new(school ?? One, figures, seen, reason), Stop), scope ?? OfOne);

    /// <summary>100 pupils on 20 days at 5 yuan; all that came is spent.</summary>
    public static MonthStatement Right(Month month, int opening = 0) => new(month, Money.FromYuan(opening), Money.FromYuan(10_000), Money.FromYuan(10_000), Money.Zero, 2000, 100, 20);

    public Task<CanteenSchool?> SchoolAsync(SchoolId school, Scope? scope = null) => County.Do(s => s.Get<CanteenBoard>().OfAsync(school, Stop), scope);

    public async Task<LedgerMonth> InAsync(Month month, SchoolId? school = null) => (await SchoolAsync(school ?? One))!.Ledger.In(month);

    public Task<LedgerImport> ImportAsync(byte[] content, bool dryRun = false, Actor? by = null, Scope? scope = null, string name = "月报.xlsx") =>
        County.Do(s => s.Get<ImportStatements>().RunAsync(by ?? Staff.Officer, new(name, content), dryRun, Stop), scope);

    public Task<LedgerImport> ImportFactsAsync(byte[] content, bool dryRun = false, Actor? by = null, string name = "食堂.xlsx") =>
        County.Do(s => s.Get<ImportCanteenFacts>().RunAsync(by ?? Staff.Officer, new(name, content), dryRun, Stop));

    public async Task<byte[]> ExportAsync(Month from, Month to, Scope? scope = null)
    {
        var output = new MemoryStream();
        await County.Do(
            async s =>
            {
                await s.Get<ExportStatements>().RunAsync(Staff.Officer, from, to, output, Stop);
                return 0;
            },
            scope);
        return output.ToArray();
    }

    public async Task<byte[]> ExportFactsAsync()
    {
        var output = new MemoryStream();
        await County.Do(async s =>
        {
            await s.Get<ExportCanteenFacts>().RunAsync(Staff.Officer, output, Stop);
            return 0;
        });
        return output.ToArray();
    }

    public ValueTask DisposeAsync() => County.DisposeAsync();
}
