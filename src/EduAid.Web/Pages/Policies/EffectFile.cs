using EduAid.Application.Audit;
using EduAid.Application.Policies;
using EduAid.Web.Pages.Rosters;
using Microsoft.AspNetCore.Mvc;

namespace EduAid.Web.Pages.Policies;

/// <summary>An effect as a download: the people, or the schools.</summary>
internal static class EffectFile
{
    public static async Task<FileStreamResult> MakeAsync(ExportPolicyEffect export, Actor actor, PolicyEffect effect, bool people, string title, CancellationToken stop)
    {
        var output = new MemoryStream();
        if (people) await export.PeopleAsync(actor, effect, title, output, stop);
        else await export.SchoolsAsync(actor, effect, title, output, stop);
        return Workbook.File(output, title + (people ? "(名单)" : "(分校)"));
    }
}
