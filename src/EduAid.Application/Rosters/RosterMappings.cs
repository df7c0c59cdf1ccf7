using EduAid.Application.Notices;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Rosters;

internal sealed class RosterStepMapping : IEntityTypeConfiguration<RosterStep>
{
    public void Configure(EntityTypeBuilder<RosterStep> step)
    {
        step.HasKey(s => new { s.County, s.Roster, s.Number });
        step.Property(s => s.County).HasMaxLength(12);
        step.Property(s => s.Remark).HasMaxLength(1000);
        step.HasOne<Roster>().WithMany().HasForeignKey(s => new { s.County, s.Roster }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RosterHandMapping : IEntityTypeConfiguration<RosterHand>
{
    public void Configure(EntityTypeBuilder<RosterHand> hand)
    {
        hand.HasKey(h => new { h.County, h.Roster, h.Person, h.Deed });
        hand.Property(h => h.Person).HasMaxLength(100);
        hand.HasOne<Roster>().WithMany().HasForeignKey(h => new { h.County, h.Roster }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RosterDifferenceMapping : IEntityTypeConfiguration<RosterDifference>
{
    public void Configure(EntityTypeBuilder<RosterDifference> difference)
    {
        difference.HasKey(d => new { d.County, d.Roster, d.Person });
        difference.HasOne<Roster>().WithMany().HasForeignKey(d => new { d.County, d.Roster }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EntryHoldMapping : IEntityTypeConfiguration<EntryHold>
{
    public void Configure(EntityTypeBuilder<EntryHold> hold)
    {
        hold.HasKey(h => new { h.County, h.Id });
        hold.Property(h => h.Programme).HasMaxLength(60);
        hold.Property(h => h.Reason).HasMaxLength(1000);
        hold.HasIndex(h => new { h.County, h.Semester });
    }
}

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.HasKey(o => new { o.County, o.Id });
        objection.Property(o => o.Text).HasMaxLength(2000);
        objection.Property(o => o.Answer).HasMaxLength(2000);
        objection.HasIndex(o => new { o.County, o.Roster });
        objection.HasOne<Roster>().WithMany().HasForeignKey(o => new { o.County, o.Roster }).OnDelete(DeleteBehavior.Restrict);
    }
}
