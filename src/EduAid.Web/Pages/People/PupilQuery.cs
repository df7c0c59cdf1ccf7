using EduAid.Application.People;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.People;

/// <summary>The filters of the list of pupils as they stand in the address.</summary>
public static class PupilQuery
{
    private static readonly string[] Kept = ["school", "stage", "status", "township", "village", PupilColumns.QueryKey, Paging.SizeKey];

    public static PupilFilter Filter(IQueryCollection query, bool county)
    {
        return new(
            Guid.TryParse(query.Text("school"), out var school) ? new SchoolId(school) : null,
            Enum.TryParse<Stage>(query.Text("stage"), out var stage) && Enum.IsDefined(stage) ? stage : null,
            Enum.TryParse<EnrolmentStatus>(query.Text("status"), out var status) && Enum.IsDefined(status) ? status : null,
            county ? query.Text("township") : null,
            county ? query.Text("village") : null);
    }

    /// <summary>What of the address a saved view keeps: never whom somebody looks for.</summary>
    public static string Saved(IQueryCollection query)
    {
        var kept = Kept.SelectMany(key => query[key].Where(v => !string.IsNullOrEmpty(v)).Select(v => KeyValuePair.Create(key, v)));
        return QueryString.Create(kept).ToString();
    }
}
