using System.Globalization;
using EduAid.Application.Setup;
using EduAid.Web.Parts.Figures;

namespace EduAid.Web.Pages.Imports;

/// <summary>When something was done, on the county's clock.</summary>
public static class Moment
{
    /// <summary>2020年4月3日 14:05; 3 Apr 2020 14:05.</summary>
    public static string Text(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, CountyTime.Zone);
        return $"{Days.InList(DateOnly.FromDateTime(local.DateTime))} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}
