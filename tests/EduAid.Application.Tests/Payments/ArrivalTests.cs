using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Payments.Arrivals;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Rosters;
using EduAid.Domain.Payments.Sampling;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Payments;

/// <summary>Did it arrive? A sample that can be drawn again, and what it says.</summary>
public class ArrivalTests
{
    [Theory, EveryDatabase]
    public async Task Only_paid_entries_are_drawn_and_the_stored_candidates_give_the_same_sample_again(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        (await DrawAsync(county)).Refusal.Should().Be(DrawRefusal.NobodyPaid);
        var batch = await county.SendAsync();
        await county.AnswerWithAsync(batch.Id, "成功", "失败/户名不符", "成功");
        (await DrawAsync(county, seed: " ")).Refusal.Should().Be(DrawRefusal.SeedMissing);
        (await DrawAsync(county, margin: 0)).Refusal.Should().Be(DrawRefusal.MarginOutside);
        (await county.Do(s => s.Get<DrawSample>().RunAsync(Staff.Finance, Spring2020, PaymentSteps.Living, "1", Confidence.Ninety, 5, Stop))).Refusal.Should().Be(DrawRefusal.NotYourRole);

        var id = (await DrawAsync(county)).Sample!.Value;
        var sample = await county.Do(s => s.Db.ArrivalSamples.SingleAsync(x => x.Id == id));
        (sample.Number, sample.Population, sample.Size).Should().Be((1, 2, 2));
        (await DrawAsync(county)).Refusal.Should().Be(DrawRefusal.SeedUsed);
        (await DrawAsync(county, seed: "another")).Sample.Should().NotBeNull();

        var list = await county.Do(s => s.Get<ExportSample>().CandidatesAsync(Staff.Officer, id, Stop));
        Convert.ToHexStringLower(SHA256.HashData(list!)).Should().Be(sample.CandidatesSha256);
        var candidates = Encoding.UTF8.GetString(list!).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))
            .Select(p => new Candidate(Guid.Parse(p[0]), new SchoolId(Guid.Parse(p[1])))).ToList();
        var again = SampleDraw.Draw(sample.Seed, candidates, sample.Size).Select(c => c.Entry);
        (await county.Do(s => s.Db.ArrivalChecks.Where(c => c.Sample == id).OrderBy(c => c.Number).Select(c => c.Entry).ToListAsync())).Should().Equal(again);
    }

    [Theory, EveryDatabase]
    public async Task What_was_found_is_counted_and_nobody_writes_over_what_they_have_not_seen(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        await county.AnswerWithAsync(batch.Id, "成功", "成功", "成功");
        var id = (await DrawAsync(county)).Sample!.Value;
        var today = await county.Do(s => Task.FromResult(s.Get<Calendar.BusinessDay>().Today));

        (await RecordAsync(1, ArrivalOutcome.Arrived, null, 0, today.AddDays(1))).Should().Be(ArrivalRefusal.DayWrong);
        (await RecordAsync(1, ArrivalOutcome.NotArrived, null, 0, today)).Should().Be(ArrivalRefusal.RemarkMissing);
        (await RecordAsync(9, ArrivalOutcome.Arrived, null, 0, today)).Should().Be(ArrivalRefusal.NotFound);
        (await RecordAsync(1, ArrivalOutcome.Arrived, null, 0, today)).Should().BeNull();
        (await RecordAsync(1, ArrivalOutcome.NotArrived, "家长说没有", 0, today)).Should().Be(ArrivalRefusal.RecordedMeanwhile);
        (await RecordAsync(2, ArrivalOutcome.NotReached, null, 0, today)).Should().BeNull();
        (await RecordAsync(3, ArrivalOutcome.OtherHands, "卡在村干部手里", 0, today)).Should().BeNull();

        var found = await FindingsAsync();
        (found.Asked, found.Reached, found.Errors).Should().Be((3, 2, 1));
        found.Estimate!.Rate.Should().BeApproximately(0.5, 1e-9);
        found.Estimate.Low.Should().BeLessThan(0.5);
        (await RecordAsync(3, ArrivalOutcome.Arrived, null, 1, today)).Should().BeNull("a second look may correct the first");
        (await FindingsAsync()).Errors.Should().Be(0);
        (await county.VerifyAudit()).Holds.Should().BeTrue();

        Task<ArrivalRefusal?> RecordAsync(int number, ArrivalOutcome outcome, string? remark, long seen, DateOnly day) =>
            county.Do(s => s.Get<RecordArrival>().RunAsync(Staff.Officer, id, new(number, outcome, ArrivalWay.Telephone, day, remark, seen), Stop));

        async Task<ArrivalFindings> FindingsAsync() => (await county.Do(s => ArrivalFindings.OfAsync(s.Db, s.Db.ArrivalSamples.Where(x => x.Id == id), Stop))).Single();
    }

    private static Task<(Guid? Sample, DrawRefusal? Refusal)> DrawAsync(CountyFixture county, string seed = "03 08 15", int margin = 5) =>
        county.Do(s => s.Get<DrawSample>().RunAsync(Staff.Officer, Spring2020, PaymentSteps.Living, seed, Confidence.NinetyFive, margin, Stop));
}
