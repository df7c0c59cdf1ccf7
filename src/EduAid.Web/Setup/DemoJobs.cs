using EduAid.Application.Accounts;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>A job of the demo's aid officer that has ended: a workbook that waits to be taken.</summary>
public sealed class DemoJobs(EduAidServices services)
{
    public async Task FillAsync(CancellationToken stop)
    {
        var (semester, programme) = (Semester.Spring(2020), Programme.Find("compulsory-living")!);
        var officer = await services.Db.Assignments.Where(a => a.Role == Role.AidOfficer)
            .Join(services.Db.Users.Where(u => u.UserName == "officer"), a => a.User, u => u.Id, (a, _) => new JobAsker(a.User, a.Id, "demo")).FirstAsync(stop);
        await services.Get<StartJob>().RunAsync(
            officer, JobKind.Export, $"semester:{semester}",
            new ExportArguments(semester, programme.Code, null, Masked: false, RosterColumns.Title(semester, programme, "全县", draft: false)), stop);
        var jobs = services.Get<RunJobs>();
        while (await jobs.TakeAsync(stop) is { } job) await jobs.RunAsync(job, stop);
    }
}
