using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Policies;
using EduAid.Application.Registrations;
using EduAid.Application.Review;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Storage;

/// <summary>Keys and indexes. The county stands first in every key, so that one installation can serve a city and be partitioned by it.</summary>
internal static class Mappings
{
    public static void Build(ModelBuilder builder, bool sqlServer)
    {
        builder.Entity<County>(county =>
        {
            county.HasKey(c => c.Code);
            county.Property(c => c.Code).HasMaxLength(12);
        });
        // A subject that maps its own entities does so in its own room.
        builder.ApplyConfigurationsFromAssembly(typeof(Mappings).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(ICountyRow).IsAssignableFrom(t.ClrType)).ToList())
            builder.Entity(type.ClrType).Property(nameof(ICountyRow.County)).HasMaxLength(12);
        builder.Entity<LineEntry>().HasIndex(l => new { l.County, l.Entry }, "IX_LineEntries_OneOpen").IsUnique()
            .HasFilter(sqlServer ? "[Open] = 1" : "\"Open\"");
        BuildPeople(builder);
        BuildRegisters(builder);
        BuildLists(builder, sqlServer);
        BuildRosters(builder);
        BuildAudit(builder);
    }

    /// <summary>Names are searched by how they begin: as a range, which is one only where texts sort by their code points.</summary>
    public static void SortByCodePoint(ModelBuilder builder, string collation)
    {
        builder.Entity<Person>().Property(p => p.Folded).UseCollation(collation);
        builder.Entity<Person>().Property(p => p.Initials).UseCollation(collation);
    }

    private static void BuildPeople(ModelBuilder builder)
    {
        builder.Entity<Person>(person =>
        {
            person.HasKey(p => new { p.County, p.Id });
            person.Property(p => p.Name).HasMaxLength(100);
            person.Property(p => p.Folded).HasMaxLength(100);
            person.Property(p => p.Initials).HasMaxLength(100);
            person.HasIndex(p => new { p.County, p.Folded });
            person.HasIndex(p => new { p.County, p.Initials });
            person.HasMany(p => p.Numbers).WithOne().HasForeignKey(n => new { n.County, n.Person }).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<PersonIdNumber>(number =>
        {
            number.HasKey(n => new { n.County, n.NumberHash });
            number.Property(n => n.NumberHash).HasMaxLength(32);
            number.Property(n => n.LastFourHash).HasMaxLength(32);
            number.Property(n => n.NumberCipher).HasMaxLength(120);
            number.HasIndex(n => new { n.County, n.Person });
            number.HasIndex(n => new { n.County, n.LastFourHash });
        });
    }

    private static void BuildRegisters(ModelBuilder builder)
    {
        builder.Entity<School>(school =>
        {
            school.HasKey(s => new { s.County, s.Id });
            school.Property(s => s.Code).HasMaxLength(60);
            school.HasIndex(s => new { s.County, s.Code }).IsUnique();
        });
        builder.Entity<SchoolVersion>(version =>
        {
            version.HasKey(v => new { v.County, v.School, v.From, v.Import });
            version.HasOne<School>().WithMany().HasForeignKey(v => new { v.County, v.School }).OnDelete(DeleteBehavior.Restrict);
            version.Property(v => v.AccountCipher).HasMaxLength(160);
            version.Property(v => v.AccountHash).HasMaxLength(32);
        });
        builder.Entity<SpecialtyVersion>().HasKey(v => new { v.County, v.Folded, v.From, v.Import });
        builder.Entity<SpecialtyVersion>().Property(v => v.Folded).HasMaxLength(100);
        builder.Entity<RegisteredList>().HasKey(l => new { l.County, l.Import });
        builder.Entity<Registration>(registration =>
        {
            registration.HasKey(r => new { r.County, r.List, r.Line });
            registration.HasOne<RegisteredList>().WithMany().HasForeignKey(r => new { r.County, r.List }).OnDelete(DeleteBehavior.Restrict);
            registration.HasOne<Person>().WithMany().HasForeignKey(r => new { r.County, r.Person }).OnDelete(DeleteBehavior.Restrict);
            registration.HasIndex(r => new { r.County, r.Person });
            registration.HasIndex(r => new { r.County, r.HouseholdNumber });
            registration.HasIndex(r => new { r.County, r.Township });
            registration.HasIndex(r => new { r.County, r.Village, r.Township });
            registration.Property(r => r.Content).HasMaxLength(32);
        });
        builder.Entity<HolidayTable>(table =>
        {
            table.HasKey(t => new { t.County, t.Year });
            table.Property(t => t.Json).HasMaxLength(int.MaxValue);
        });
        builder.Entity<PolicyValueRow>(value =>
        {
            value.HasKey(v => new { v.County, v.Parameter, v.From, v.Revision });
            value.Property(v => v.Parameter).HasMaxLength(100);
            value.Property(v => v.Doubt).HasMaxLength(1000);
        });
    }

    private static void BuildLists(ModelBuilder builder, bool sqlServer)
    {
        builder.Entity<Import>(import =>
        {
            import.HasKey(i => new { i.County, i.Number });
            import.HasIndex(i => new { i.County, i.Semester });
        });
        builder.Entity<StagedUpload>().HasKey(u => new { u.County, u.Id });
        builder.Entity<StagedUpload>().Property(u => u.Files).HasMaxLength(int.MaxValue);
        builder.Entity<SchoolList>(list =>
        {
            list.HasKey(l => new { l.County, l.Id });
            list.HasOne<School>().WithMany().HasForeignKey(l => new { l.County, l.School }).OnDelete(DeleteBehavior.Restrict);
            list.HasIndex(l => new { l.County, l.Kind, l.Semester, l.School, l.Version }).IsUnique();
            // The database itself allows one current list a school and semester, whatever two uploads at once may try.
            list.HasIndex(l => new { l.County, l.Kind, l.Semester, l.School }).IsUnique()
                .HasFilter(sqlServer ? "[Current] = 1" : "\"Current\"").HasDatabaseName("IX_SchoolLists_OneCurrent");
        });
        builder.Entity<SchoolListImport>(link =>
        {
            link.HasKey(l => new { l.County, l.List, l.Import });
            link.HasIndex(l => new { l.County, l.Import });
            link.HasOne<SchoolList>().WithMany().HasForeignKey(l => new { l.County, l.List }).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Enrolment>(row =>
        {
            row.HasKey(e => new { e.County, e.List, e.Line });
            row.HasOne<SchoolList>().WithMany().HasForeignKey(e => new { e.County, e.List }).OnDelete(DeleteBehavior.Restrict);
            row.HasOne<Person>().WithMany().HasForeignKey(e => new { e.County, e.Person }).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(e => new { e.County, e.Person });
            // A card that several pupils share is found by it.
            row.HasIndex(e => new { e.County, e.CardHash });
            row.Property(e => e.CardCipher).HasMaxLength(120);
            row.Property(e => e.CardHash).HasMaxLength(32);
            row.Property(e => e.PhoneCipher).HasMaxLength(160);
            row.Property(e => e.GuardianIdCipher).HasMaxLength(160);
            row.Property(e => e.Content).HasMaxLength(32);
        });
        builder.Entity<Admission>(row =>
        {
            row.HasKey(a => new { a.County, a.List, a.Line });
            row.HasOne<SchoolList>().WithMany().HasForeignKey(a => new { a.County, a.List }).OnDelete(DeleteBehavior.Restrict);
            row.HasOne<Person>().WithMany().HasForeignKey(a => new { a.County, a.Person }).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(a => new { a.County, a.Person });
            row.Property(a => a.CardCipher).HasMaxLength(120);
            row.Property(a => a.CardHash).HasMaxLength(32);
            row.Property(a => a.Content).HasMaxLength(32);
        });
    }

    private static void BuildRosters(ModelBuilder builder)
    {
        builder.Entity<Roster>(roster =>
        {
            roster.HasKey(r => new { r.County, r.Id });
            roster.Property(r => r.County).HasMaxLength(12);
            roster.Property(r => r.Programme).HasMaxLength(60);
            roster.Property(r => r.Version).IsConcurrencyToken();
            roster.HasOne<School>().WithMany().HasForeignKey(r => new { r.County, r.School }).OnDelete(DeleteBehavior.Restrict);
            roster.HasIndex(r => new { r.County, r.Semester, r.Programme, r.School, r.Kind, r.Sequence }).IsUnique();
        });
        builder.Entity<RosterEntry>(entry =>
        {
            entry.HasKey(e => new { e.County, e.Id });
            entry.HasOne<Roster>().WithMany().HasForeignKey(e => new { e.County, e.Roster }).OnDelete(DeleteBehavior.Restrict);
            entry.HasOne<Person>().WithMany().HasForeignKey(e => new { e.County, e.Person }).OnDelete(DeleteBehavior.Restrict);
            entry.HasIndex(e => new { e.County, e.Roster, e.Person }).IsUnique();
            entry.HasIndex(e => new { e.County, e.Person });
            entry.Property(e => e.Reasons).HasMaxLength(int.MaxValue);
        });
        builder.Entity<Finding>(finding =>
        {
            finding.HasKey(f => new { f.County, f.Id });
            finding.Property(f => f.Code).HasMaxLength(60);
            finding.Property(f => f.Detail).HasMaxLength(1000);
            finding.HasIndex(f => new { f.County, f.Semester, f.Code });
            finding.HasIndex(f => new { f.County, f.Person });
            finding.HasMany(f => f.Schools).WithOne().HasForeignKey(s => new { s.County, s.Finding }).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<FindingSchool>().HasKey(s => new { s.County, s.Finding, s.School });
    }

    private static void BuildAudit(ModelBuilder builder)
    {
        builder.Entity<AuditEvent>(audit =>
        {
            audit.HasKey(e => new { e.County, e.Number });
            audit.Property(e => e.DetailHash).HasMaxLength(32);
            audit.Property(e => e.Digest).HasMaxLength(32);
            audit.Property(e => e.Mac).HasMaxLength(32);
            audit.HasIndex(e => new { e.County, e.At });
            audit.HasIndex(e => new { e.County, e.Subject });
        });
        builder.Entity<AuditDetail>(detail =>
        {
            detail.HasKey(d => new { d.County, d.Number });
            detail.Property(d => d.Json).HasMaxLength(int.MaxValue);
        });
        builder.Entity<AuditHead>().HasKey(h => h.County);
        builder.Entity<AuditHead>().Property(h => h.Mac).HasMaxLength(32);
    }
}
