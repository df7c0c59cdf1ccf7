using System.Globalization;

namespace EduAid.Web.Parts.Figures;

/// <summary>Civil days as people write them in the language of the request.</summary>
public static class Days
{
    /// <summary>2020年4月3日; 3 April 2020.</summary>
    public static string Text(DateOnly day) => day.ToString(English ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>2020年4月3日; 3 Apr 2020. For columns of a list.</summary>
    public static string InList(DateOnly day) => day.ToString(English ? "d MMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>4月3日; 3 Apr. For lists that stay within a semester.</summary>
    public static string Brief(DateOnly day) => day.ToString(English ? "d MMM" : "M月d日", CultureInfo.InvariantCulture);

    private static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
