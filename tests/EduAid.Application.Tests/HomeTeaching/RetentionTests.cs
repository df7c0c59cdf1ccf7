using EduAid.Application.Documents;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Retention;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.HomeTeaching.TaughtCounty;

namespace EduAid.Application.Tests.HomeTeaching;

public class RetentionTests
{
    [Theory, EveryDatabase]
    public async Task Beyond_its_period_a_child_loses_its_name_and_photographs_and_one_who_is_still_taught_keeps_them(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        var (ended, stays) = (await county.ChildAsync(1), await county.ChildAsync(2));
        foreach (var child in new[] { ended, stays })
        {
            var visit = (await county.VisitAsync(child, new(2026, 11, 3))).Visit!.Value;
            (await county.County.Do(s => s.Get<AttachDocument>().RunAsync(AsTeacher, new(DocumentSubject.HomeVisit, $"{visit}", null, "a.pdf", "%PDF-1.4 x"u8.ToArray()), Stop), county.OfTeacher)).Should().BeNull();
        }
        (await county.County.Do(s => s.Get<EndHomeTeaching>().RunAsync(Staff.Officer, ended, Today, "年满", Stop))).Should().BeNull();
        var photo = await county.County.Do(s => s.Db.StoredDocuments.OrderBy(d => d.Id).Select(d => d.File).FirstAsync(Stop));
        county.County.Clock.Advance(TimeSpan.FromDays(366 * 31));

        (await county.County.Do(s => s.Get<ApplyRetention>().RunAsync(Staff.Security, Stop))).Erased.Single(c => c.Kind == RetentionKind.Identity).Count.Should().Be(1);

        await county.County.Do(async s =>
        {
            (await s.Db.HomeTaughtChildren.SingleAsync(c => c.Id == ended, Stop)).Should().Match<HomeTaughtChild>(c => c.Name == "—" && c.EndReason == null && c.Until == Today);
            (await s.Db.HomeTaughtChildren.SingleAsync(c => c.Id == stays, Stop)).Name.Should().NotBe("—");
            (await s.Db.HomeTeachingVisits.SingleAsync(v => v.Child == ended, Stop)).Should().Match<HomeTeachingVisit>(v => v.Content == "—" && v.SignedBy == null && v.Minutes == 60);
            (await s.Db.HomeTeachingVisits.SingleAsync(v => v.Child == stays, Stop)).SignedBy.Should().Be("家长甲");
            (await s.Db.HomeTeachingFacts.SingleAsync(f => f.Child == ended, Stop)).Plan.Should().Be("—");
            (await s.Db.StoredDocuments.CountAsync(Stop)).Should().Be(1);
            (await s.Get<StoredFiles>().ReadAsync(photo, Stop)).Should().BeNull("the picture itself is gone");
            return 0;
        });
    }
}
