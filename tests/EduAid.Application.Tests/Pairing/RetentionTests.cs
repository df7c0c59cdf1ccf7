using EduAid.Application.Documents;
using EduAid.Application.Pairing;
using EduAid.Application.Retention;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Duties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Pairing.PairedCounty;

namespace EduAid.Application.Tests.Pairing;

public class RetentionTests
{
    [Theory, EveryDatabase]
    public async Task Beyond_its_period_a_household_loses_its_name_and_photographs_and_one_that_is_still_paired_keeps_them(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var (ended, stays) = (await county.PairAsync(Poor, new(2026, 9, 1)), await county.PairAsync(Changing, new(2026, 9, 1)));
        foreach (var household in new[] { ended, stays })
        {
            var visit = (await county.VisitAsync(household, new(2026, 11, 3), needs: "补习")).Visit!.Value;
            (await county.County.Do(s => s.Get<AttachDocument>().RunAsync(AsTeacher, new(DocumentSubject.PairVisit, $"{visit}", null, "a.pdf", "%PDF-1.4 x"u8.ToArray()), Stop), county.OfTeacher)).Should().BeNull();
        }
        (await county.EndAsync(ended, Today)).Should().BeNull();
        // The registered list ends too: somebody takes it back.
        await county.County.Do(async s => await s.Db.Registrations.ExecuteUpdateAsync(r => r.SetProperty(x => x.ValidUntil, 4054), Stop));
        county.County.Clock.Advance(TimeSpan.FromDays(366 * 31));

        (await county.County.Do(s => s.Get<ApplyRetention>().RunAsync(Staff.Security, Stop))).Erased.Single(c => c.Kind == RetentionKind.Identity).Count.Should().BePositive();

        await county.County.Do(async s =>
        {
            (await s.Db.PairedHouseholds.SingleAsync(h => h.Id == ended, Stop)).Should().Match<PairedHousehold>(h => h.Head == "—" && h.Household == "—" && h.Village == "" && h.EndReason == null && h.Until == Today);
            (await s.Db.PairedHouseholds.SingleAsync(h => h.Id == stays, Stop)).Should().Match<PairedHousehold>(h => h.Head == "户主丙" && h.Household == Changing);
            (await s.Db.PairVisits.SingleAsync(v => v.Household == ended, Stop)).Should().Match<PairVisit>(v => v.Content == "—" && v.Needs == null && v.On == new DateOnly(2026, 11, 3));
            (await s.Db.PairVisits.SingleAsync(v => v.Household == stays, Stop)).Needs.Should().Be("补习");
            (await s.Db.StoredDocuments.CountAsync(Stop)).Should().Be(1);
            return 0;
        });
        (await county.ReportAsync(Month.Of(new(2026, 9, 1)), Month.Of(Today))).Staff.Should().ContainSingle().Which.Tally.Pairs.Should().Be(1, "no list can speak of what was erased");
    }
}
