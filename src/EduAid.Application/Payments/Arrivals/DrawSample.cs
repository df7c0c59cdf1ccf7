using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Payments.Sampling;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments.Arrivals;

public enum DrawRefusal
{
    NotYourRole = 1,
    NobodyPaid,
    SeedMissing,

    /// <summary>This programme and semester were drawn with it before: the same draw again would give the same sample.</summary>
    SeedUsed,

    /// <summary>Outside 1 to 20 percent.</summary>
    MarginOutside,
}

/// <summary>Draws who is asked whether the money arrived: by school, as many as confidence and margin need (domain.md section 4).</summary>
public sealed class DrawSample(EduAidDbContext db, Work work, StoredFiles stored, AuditTrail trail, TimeProvider time)
{
    public const int LongestSeed = 100, SmallestMargin = 1, LargestMargin = 20;

    /// <param name="margin">Percent.</param>
    public async Task<(Guid? Sample, DrawRefusal? Refusal)> RunAsync(
        Actor actor, Semester semester, Programme programme, string seed, Confidence confidence, int margin, CancellationToken stop)
    {
        var file = Keys.New(time.GetUtcNow());
        var drawn = await work.ChangeAsync(() => WriteAsync(actor, semester, programme, seed.Trim(), confidence, margin, file, stop), stop);
        if (drawn.Refusal is not null) stored.Delete(file);
        return drawn;
    }

    private async Task<(Guid? Sample, DrawRefusal? Refusal)> WriteAsync(
        Actor actor, Semester semester, Programme programme, string seed, Confidence confidence, int margin, Guid file, CancellationToken stop)
    {
        if (!PaymentRights.May(actor, PaymentAct.CheckArrival)) return (null, DrawRefusal.NotYourRole);
        if (seed.Length is 0 or > LongestSeed) return (null, DrawRefusal.SeedMissing);
        if (margin is < SmallestMargin or > LargestMargin) return (null, DrawRefusal.MarginOutside);
        if (await db.ArrivalSamples.AnyAsync(s => s.Semester == semester && s.Programme == programme.Code && s.Seed == seed, stop)) return (null, DrawRefusal.SeedUsed);
        var candidates = (await EntryPayments.OfAsync(db, semester, programme.Code, stop)).Where(e => e.State == EntryState.Paid).Select(e => new Candidate(e.Entry, e.School)).ToList();
        if (candidates.Count == 0) return (null, DrawRefusal.NobodyPaid);
        var drawn = SampleDraw.Draw(seed, candidates, SampleSize.For(candidates.Count, confidence, margin / 100m));
        var list = Encoding.UTF8.GetBytes(string.Concat(candidates.OrderBy(c => c.Entry).Select(c => $"{c.Entry:N},{c.School.Value:N},{SampleDraw.Ticket(seed, c.Entry)}\n")));
        await stored.SaveAsync(file, list, stop);
        var sample = new ArrivalSample
        {
            County = db.CountyCode,
            Id = Keys.New(time.GetUtcNow()),
            Number = 1 + (await db.ArrivalSamples.MaxAsync(s => (int?)s.Number, stop) ?? 0),
            Semester = semester,
            Programme = programme.Code,
            Seed = seed,
            Confidence = confidence,
            Margin = margin,
            Population = candidates.Count,
            Size = drawn.Count,
            Candidates = file,
            CandidatesSha256 = Convert.ToHexStringLower(SHA256.HashData(list)),
            By = actor.Name,
            At = time.GetUtcNow(),
        };
        db.ArrivalSamples.Add(sample);
        await db.SaveChangesAsync(stop);
        db.ArrivalSchools.AddRange(candidates.GroupBy(c => c.School)
            .Select(g => new ArrivalSchool { County = db.CountyCode, Sample = sample.Id, School = g.Key, Population = g.Count() }));
        db.ArrivalChecks.AddRange(drawn.Select((c, i) => new ArrivalCheck { County = db.CountyCode, Sample = sample.Id, Number = i + 1, Entry = c.Entry, School = c.School }));
        await db.SaveChangesAsync(stop);
        trail.Record(actor, "sample.draw", $"sample:{sample.Id}", new { sample.Number, Programme = programme.Code, seed, Confidence = (int)confidence, margin, sample.Population, sample.Size, sample.CandidatesSha256 });
        return (sample.Id, null);
    }
}
