using EduAid.Application.Calendar;
using EduAid.Application.People;
using EduAid.Application.Registrations;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <summary>
/// Knows a registered household by what is typed for it. The list is the county's; number and name of the head together are what somebody knows who is
/// to visit there.
/// </summary>
public sealed class RegisteredHouseholds(EduAidDbContext db, PersonDirectory people, BusinessDay day)
{
    /// <param name="typed">户编号, in whatever case and width, or the citizen ID of a member.</param>
    /// <param name="from">First day of the pairing: some list since then must know the household.</param>
    /// <returns>The row of the head, or the first of the household; null where no list has it with a head of this name.</returns>
    public async Task<Registration?> FindAsync(string? typed, string? headName, DateOnly from, CancellationToken stop)
    {
        var (number, head) = (Text.Fold(typed ?? ""), PersonName.FoldName(headName));
        if (number.Length == 0 || head.Length == 0 || from < PairedHousehold.Earliest) return null;
        var (first, last) = (Semester.Of(from).Number, Semester.Of(day.Today));
        var known = db.Registrations.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(r => r.ValidUntil > first && r.ValidFrom <= last && r.HouseholdNumber != "");
        return (await RowsAsync(known, number, stop)).Where(r => PersonName.FoldName(r.Head) == head)
            .OrderByDescending(r => r.ValidFrom).ThenBy(r => r.Name == r.Head ? 0 : 1).ThenBy(r => r.Line).FirstOrDefault();
    }

    private async Task<List<Registration>> RowsAsync(IQueryable<Registration> known, string number, CancellationToken stop)
    {
        var upper = number.ToUpperInvariant();
        var parsed = CitizenId.Parse(upper, day.Today);
        if (parsed.IsValid && (await people.FindAsync([parsed.Id.Reveal()], stop)).Values.ToList() is [var person])
            return await known.Where(r => known.Any(m => m.Person == person && m.HouseholdNumber == r.HouseholdNumber)).ToListAsync(stop);
        // The index finds what is typed as the list has it, or in capitals; only what is neither is looked for in all of the list.
        var exact = await known.Where(r => r.HouseholdNumber == number || r.HouseholdNumber == upper).ToListAsync(stop);
#pragma warning disable CA1304, CA1311, CA1862 // The database compares; it translates this form alone.
        return exact.Count > 0 ? exact : await known.Where(r => r.HouseholdNumber.ToUpper() == upper).ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
    }
}
