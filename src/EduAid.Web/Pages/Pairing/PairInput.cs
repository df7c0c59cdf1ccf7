using System.Globalization;
using EduAid.Application.Pairing;

namespace EduAid.Web.Pages.Pairing;

/// <summary>A pair as it is typed when a household is taken on, passed on or given up.</summary>
public sealed class PairInput
{
    public string? Household { get; set; }

    public string? Head { get; set; }

    public Guid? School { get; set; }

    public string? Staff { get; set; }

    /// <summary>Of a teacher; blank for somebody without one.</summary>
    public Guid? Account { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Reason { get; set; }

    /// <summary>As the forms first stand: today.</summary>
    public static PairInput On(DateOnly today)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new() { From = day, Until = day };
    }

    /// <summary>The field that a refusal is about.</summary>
    /// <param name="dayField">Of the form that was sent.</param>
    public static string FieldOf(PairingRefusal refusal, string dayField) => refusal switch
    {
        PairingRefusal.HouseholdUnknown or PairingRefusal.AlreadyPaired => "Input.Household",
        PairingRefusal.SchoolMissing => "Input.School",
        PairingRefusal.StaffMissing or PairingRefusal.StaffWrong or PairingRefusal.TextTooLong => "Input.Staff",
        PairingRefusal.DayAhead or PairingRefusal.DayOutside or PairingRefusal.VisitsLater => dayField,
        PairingRefusal.ReasonMissing => "Input.Reason",
        _ => "",
    };
}
