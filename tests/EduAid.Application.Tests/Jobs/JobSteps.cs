using EduAid.Application.Accounts;
using EduAid.Application.Jobs;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;

namespace EduAid.Application.Tests.Jobs;

internal static class JobSteps
{
    /// <summary>Somebody with an account in that role, who may ask for jobs.</summary>
    public static Task<JobAsker> AskerAsync(this CountyFixture county, Role role, string name, SchoolId? school = null) => county.Do(async s =>
    {
        var now = county.Clock.GetUtcNow();
        var user = new User { Id = Keys.New(now), UserName = name, NormalizedUserName = name, DisplayName = name, SecurityStamp = "1" };
        var assignment = new Assignment { Id = Keys.New(now), User = user.Id, Role = role, County = county.County, School = school };
        s.Db.AddRange(user, assignment);
        await s.Db.SaveChangesAsync();
        return new JobAsker(user.Id, assignment.Id, "10.0.0.7");
    });

    public static Task<Guid> AskAsync<T>(this CountyFixture county, JobAsker asker, JobKind kind, T arguments, string subject = "test") =>
        county.Do(s => s.Get<StartJob>().RunAsync(asker, kind, subject, arguments, Stop));

    /// <summary>Takes a job as a node does; null where there is none to take.</summary>
    public static Task<Job?> TakeAsync(this CountyFixture county) => county.Do(s => s.Get<RunJobs>().TakeAsync(Stop));

    public static Task<RanJob> RunAsync(this CountyFixture county, Job job, CancellationToken stop = default) => county.Do(s => s.Get<RunJobs>().RunAsync(job, stop));

    /// <summary>Runs jobs until there is none that may run, and gives back what became of one.</summary>
    public static async Task<Job> RunAllAsync(this CountyFixture county, Guid job)
    {
        while (await county.TakeAsync() is { } taken) (await county.RunAsync(taken)).Fault.Should().BeNull();
        return await county.JobAsync(job);
    }

    public static Task<Job> JobAsync(this CountyFixture county, Guid job) => county.Do(s => s.Db.Jobs.SingleAsync(j => j.Id == job));

    public static Task<int> EventsAsync(this CountyFixture county, string action) => county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == action));
}
