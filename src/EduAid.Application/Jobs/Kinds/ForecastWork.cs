using EduAid.Application.Policies;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Jobs.Kinds;

/// <summary>Says what the next semesters will need. It has no arguments; the answer is a <see cref="Forecast"/>, or nothing before there are lists.</summary>
public sealed class ForecastWork(EduAidDbContext db, BudgetForecast forecast, KeptEffects kept, TimeProvider time) : JobWork
{
    public override async Task<JobAnswer> RunAsync(JobRun run, CancellationToken stop)
    {
        var turn = await db.Counties.Where(c => c.Code == db.CountyCode).Select(c => c.Turn).SingleAsync(stop);
        if (await forecast.RunAsync(stop, run.Progress) is not { } made) return new(null, Refused: true);
        await kept.KeepAsync(run.Job.Id, new(made, turn, time.GetUtcNow(), new Dictionary<string, string>()), stop);
        return new(null, FileName: KeptEffects.FileName);
    }
}
