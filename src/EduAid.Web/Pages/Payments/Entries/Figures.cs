using System.Globalization;
using EduAid.Application.Payments;

namespace EduAid.Web.Pages.Payments.Entries;

/// <summary>Figures of the books by their names in addresses, and which entries make each.</summary>
public static class Figures
{
    public const string Approved = "approved", Ordered = "ordered", Sent = "sent", Paid = "paid", Failed = "failed", Closed = "closed", Remaining = "remaining";

    /// <summary>The month of a payment whose day the bank did not state.</summary>
    public const string Undated = "undated";

    public static IReadOnlyList<string> All { get; } = [Approved, Ordered, Sent, Paid, Failed, Closed, Remaining];

    /// <summary>An unknown figure holds everything.</summary>
    public static bool Holds(string figure, EntryPayment entry) => figure switch
    {
        Ordered => entry.Ordered,
        Sent => entry.State is EntryState.Sent or EntryState.Pending,
        Paid => entry.State == EntryState.Paid,
        Failed => entry.State is EntryState.Failed or EntryState.Returned,
        Closed => entry.State == EntryState.Closed,
        Remaining => entry.State is not (EntryState.Paid or EntryState.Closed),
        _ => true,
    };

    public static string MonthOf(EntryPayment entry) =>
        entry.State != EntryState.Paid ? "" : entry.CreditedOn is { } day ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture) : Undated;
}
