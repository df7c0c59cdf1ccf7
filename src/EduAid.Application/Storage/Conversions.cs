using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EduAid.Application.Storage;

/// <summary>How the domain's values lie in the database: keys as GUIDs, semesters as numbers, instants as whole microseconds UTC.</summary>
internal static class Conversions
{
    public static void Apply(ModelConfigurationBuilder conventions, bool guidsAsBytes)
    {
        if (guidsAsBytes)
        {
            conventions.Properties<Guid>().HaveConversion<GuidBytes>();
            conventions.Properties<SchoolId>().HaveConversion<SchoolIdBytes>();
            conventions.Properties<PersonId>().HaveConversion<PersonIdBytes>();
            conventions.Properties<RosterId>().HaveConversion<RosterIdBytes>();
        }
        else
        {
            conventions.Properties<SchoolId>().HaveConversion<SchoolIdGuid>();
            conventions.Properties<PersonId>().HaveConversion<PersonIdGuid>();
            conventions.Properties<RosterId>().HaveConversion<RosterIdGuid>();
        }
        conventions.Properties<Semester>().HaveConversion<SemesterNumber>();
        conventions.Properties<Money>().HaveConversion<MoneyFen>();
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
        conventions.Properties<string>().HaveMaxLength(400);
    }

    // SQLite has no GUID type: 16 bytes in the order of the text sort version 7 keys by time and take half of its room.
    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(g => g.ToByteArray(true), b => new Guid(b, true));

    private sealed class SchoolIdBytes() : ValueConverter<SchoolId, byte[]>(k => k.Value.ToByteArray(true), b => new(new Guid(b, true)));

    private sealed class PersonIdBytes() : ValueConverter<PersonId, byte[]>(k => k.Value.ToByteArray(true), b => new(new Guid(b, true)));

    private sealed class RosterIdBytes() : ValueConverter<RosterId, byte[]>(k => k.Value.ToByteArray(true), b => new(new Guid(b, true)));

    private sealed class SchoolIdGuid() : ValueConverter<SchoolId, Guid>(k => k.Value, g => new(g));

    private sealed class PersonIdGuid() : ValueConverter<PersonId, Guid>(k => k.Value, g => new(g));

    private sealed class RosterIdGuid() : ValueConverter<RosterId, Guid>(k => k.Value, g => new(g));

    private sealed class SemesterNumber() : ValueConverter<Semester, int>(s => s.Number, n => Semester.FromNumber(n));

    private sealed class MoneyFen() : ValueConverter<Money, long>(m => m.Fen, f => Money.FromFen(f));

    private sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(
        t => t.UtcTicks / 10, m => new DateTimeOffset(m * 10, TimeSpan.Zero));
}
