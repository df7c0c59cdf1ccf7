using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Accounts;

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(100);
        builder.Property(u => u.InvitationHash).HasMaxLength(32);
        builder.Property(u => u.FactorCipher).HasMaxLength(160);
        builder.HasIndex(u => u.InvitationHash);
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.County).HasMaxLength(12);
        builder.Property(a => a.Township).HasMaxLength(100);
        builder.Property(a => a.Unit).HasMaxLength(100);
        builder.HasIndex(a => a.User);
        builder.HasOne<User>().WithMany().HasForeignKey(a => a.User).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Hash).HasMaxLength(32);
        builder.HasIndex(c => c.User);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.User).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Stamp).HasMaxLength(100);
        builder.Property(s => s.Agent).HasMaxLength(200);
        builder.Property(s => s.Origin).HasMaxLength(64);
        builder.HasIndex(s => s.User);
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.User).OnDelete(DeleteBehavior.Cascade);
    }
}
