using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <summary>Who of a school's staff can have a household: by name, or by the account of a teacher, who then records on a phone.</summary>
public sealed class PairStaff(EduAidDbContext db, TeachersOfSchools teachers)
{
    /// <returns>The name that stands on the pair; a name beside an account must be the account's.</returns>
    public async Task<(PairingRefusal? Refusal, string Name)> NameAsync(SchoolId school, string? typed, Guid? account, CancellationToken stop)
    {
        var name = PersonName.FoldName(typed);
        if (account is { } key)
        {
            var called = await db.Users.Where(u => u.Id == key).Select(u => u.DisplayName).SingleOrDefaultAsync(stop);
            var theirs = called is not null && await teachers.TeachesAtAsync(key, school, stop) && (name.Length == 0 || name == PersonName.FoldName(called));
            return theirs ? (null, called!) : (PairingRefusal.StaffWrong, "");
        }
        return name.Length == 0 ? (PairingRefusal.StaffMissing, "") : name.Length > PairHolder.LongestName ? (PairingRefusal.TextTooLong, "") : (null, name);
    }

    internal static PairHolder Holder(Actor actor, PairedHousehold household, string name, Guid? account, DateOnly from, DateTimeOffset now) => new()
    {
        County = household.County,
        Household = household.Id,
        Id = Keys.New(now),
        School = household.School,
        Staff = name,
        Account = account,
        From = from,
        By = actor.Name,
    };
}
