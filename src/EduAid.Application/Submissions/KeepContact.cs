using EduAid.Application.Audit;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Submissions;

public enum ContactRefusal
{
    /// <summary>No such school in the scope.</summary>
    NotFound = 1,
    NameMissing,

    /// <summary>7 to 20 digits, with spaces and dashes between them.</summary>
    PhoneInvalid,
}

/// <summary>Records whom to call at a school about its lists.</summary>
public sealed class KeepContact(EduAidDbContext db, Work work, AuditTrail trail, FieldCipher cipher, TimeProvider time)
{
    private const int LongestName = 50;

    public async Task<ContactRefusal?> RunAsync(Actor actor, SchoolId school, string? name, string? phone, CancellationToken stop)
    {
        if (db.Scope?.Covers(school) != true || await db.Schools.SingleOrDefaultAsync(s => s.Id == school, stop) is not { } known) return ContactRefusal.NotFound;
        var (person, number) = (Text.Tidy(name), Text.Tidy(phone));
        if (person.Length is 0 or > LongestName) return ContactRefusal.NameMissing;
        return IsPhone(number) ? await KeepAsync(actor, known, person, number, stop) : ContactRefusal.PhoneInvalid;
    }

    private Task<ContactRefusal?> KeepAsync(Actor actor, School known, string person, string number, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            var school = known.Id;
            var before = await db.SchoolContacts.SingleOrDefaultAsync(c => c.School == school, stop);
            var place = Places.SchoolContact(db.CountyCode, school);
            if (before is not null && before.Name == person && cipher.Decrypt(before.PhoneCipher, place) == number) return (ContactRefusal?)null;
            await db.SchoolContacts.Where(c => c.School == school).ExecuteDeleteAsync(stop);
            db.SchoolContacts.Add(new SchoolContact
            {
                County = db.CountyCode,
                School = school,
                Name = person,
                PhoneCipher = cipher.Encrypt(number, place),
                At = time.GetUtcNow(),
                By = actor.Name,
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "contact.change", $"school:{known.Code}", new { Before = before is null ? 0 : 1 });
            return (ContactRefusal?)null;
        },
        stop);

    private static bool IsPhone(string text) =>
        text.Length <= 30 && text.All(c => char.IsAsciiDigit(c) || c is '-' or ' ' or '+') && text.Count(char.IsAsciiDigit) is >= 7 and <= 20;
}

/// <param name="Contact">Null where the school has recorded nobody; so is <paramref name="Phone"/>.</param>
public sealed record CallLine(Submission School, string? Contact, string? Phone);

/// <summary>电话单: the schools to call with their numbers in full. The trail has who took it and how many numbers were on it.</summary>
public sealed class CallList(EduAidDbContext db, Work work, AuditTrail trail, FieldCipher cipher)
{
    public Task<IReadOnlyList<CallLine>> RunAsync(Actor actor, Semester semester, IReadOnlyCollection<SchoolId> schools, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!RemindSchools.May(actor.Role) || schools.Count == 0) return (IReadOnlyList<CallLine>)[];
            var named = (await SubmissionBoard.LoadAsync(db, semester, stop)).Where(s => schools.Contains(s.School)).ToList();
            var contacts = await db.SchoolContacts.ToDictionaryAsync(c => c.School, stop);
            IReadOnlyList<CallLine> lines = [.. named.Select(s => contacts.TryGetValue(s.School, out var c)
                ? new CallLine(s, c.Name, cipher.Decrypt(c.PhoneCipher, Places.SchoolContact(c.County, c.School))) : new CallLine(s, null, null))];
            if (lines.Any(l => l.Phone is not null))
                trail.Record(actor, "contacts.list", "contacts", new { Semester = semester.ToString(), Revealed = lines.Count(l => l.Phone is not null) });
            return lines;
        },
        stop);
}
