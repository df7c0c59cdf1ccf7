using System.Globalization;

namespace EduAid.Web.Pages.Payments.Arrivals;

/// <summary>Shares of errors as people read them.</summary>
public static class Rates
{
    /// <param name="share">0 to 1; shown with one decimal of a percent.</param>
    public static string Of(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);
}
