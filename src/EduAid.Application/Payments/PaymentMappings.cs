using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Payments;

internal sealed class BatchMapping : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> batch)
    {
        batch.HasKey(b => new { b.County, b.Id });
        batch.Property(b => b.County).HasMaxLength(12);
        batch.Property(b => b.Number).HasMaxLength(40);
        batch.Property(b => b.Programme).HasMaxLength(60);
        batch.Property(b => b.Version).IsConcurrencyToken();
        batch.HasIndex(b => new { b.County, b.Number }).IsUnique();
        batch.HasIndex(b => new { b.County, b.Semester, b.Programme });
    }
}

internal sealed class PaymentLineMapping : IEntityTypeConfiguration<PaymentLine>
{
    public void Configure(EntityTypeBuilder<PaymentLine> line)
    {
        line.HasKey(l => new { l.County, l.Batch, l.Sequence });
        line.Property(l => l.County).HasMaxLength(12);
        line.Property(l => l.AccountCipher).HasMaxLength(160);
        line.Property(l => l.AccountHash).HasMaxLength(32);
        line.Property(l => l.Version).IsConcurrencyToken();
        line.HasOne<Batch>().WithMany().HasForeignKey(l => new { l.County, l.Batch }).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.County, l.State });
    }
}

internal sealed class LineEntryMapping : IEntityTypeConfiguration<LineEntry>
{
    public void Configure(EntityTypeBuilder<LineEntry> link)
    {
        link.HasKey(l => new { l.County, l.Batch, l.Sequence, l.Entry });
        link.Property(l => l.County).HasMaxLength(12);
        link.HasOne<PaymentLine>().WithMany().HasForeignKey(l => new { l.County, l.Batch, l.Sequence }).OnDelete(DeleteBehavior.Restrict);
        // With the line's key in it, so that what became of an entry is read from the index alone.
        link.HasIndex(l => new { l.County, l.Entry, l.Batch, l.Sequence });
        // Money goes out once: a unique index over open lines (Mappings, which knows the database) lets none have a second one.
    }
}

internal sealed class BankReturnMapping : IEntityTypeConfiguration<BankReturn>
{
    public void Configure(EntityTypeBuilder<BankReturn> bankReturn) => bankReturn.HasKey(r => new { r.County, r.Number });
}

internal sealed class BankReturnRowMapping : IEntityTypeConfiguration<BankReturnRow>
{
    public void Configure(EntityTypeBuilder<BankReturnRow> row)
    {
        row.HasKey(r => new { r.County, r.Return, r.Number });
        row.HasOne<BankReturn>().WithMany().HasForeignKey(r => new { r.County, r.Return }).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(r => new { r.County, r.Batch, r.Sequence });
    }
}

internal sealed class PersonCardMapping : IEntityTypeConfiguration<PersonCard>
{
    public void Configure(EntityTypeBuilder<PersonCard> card)
    {
        card.HasKey(c => new { c.County, c.Id });
        card.Property(c => c.CardCipher).HasMaxLength(120);
        card.Property(c => c.CardHash).HasMaxLength(32);
        card.HasIndex(c => new { c.County, c.Person });
    }
}

internal sealed class EntryClosureMapping : IEntityTypeConfiguration<EntryClosure>
{
    public void Configure(EntityTypeBuilder<EntryClosure> closure)
    {
        closure.HasKey(c => new { c.County, c.Entry });
        closure.Property(c => c.Remark).HasMaxLength(1000);
    }
}

internal sealed class VoucherMapping : IEntityTypeConfiguration<Voucher>
{
    public void Configure(EntityTypeBuilder<Voucher> voucher)
    {
        voucher.HasKey(v => new { v.County, v.Id });
        voucher.Property(v => v.Programme).HasMaxLength(60);
        voucher.Property(v => v.Number).HasMaxLength(100);
        voucher.HasIndex(v => new { v.County, v.Semester, v.Programme });
        voucher.HasOne<Batch>().WithMany().HasForeignKey(v => new { v.County, v.Batch }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecoveryReceiptMapping : IEntityTypeConfiguration<RecoveryReceipt>
{
    public void Configure(EntityTypeBuilder<RecoveryReceipt> receipt)
    {
        receipt.HasKey(r => new { r.County, r.Id });
        receipt.Property(r => r.Number).HasMaxLength(100);
        receipt.HasIndex(r => new { r.County, r.Entry });
    }
}

internal sealed class ProgrammeClosingMapping : IEntityTypeConfiguration<ProgrammeClosing>
{
    public void Configure(EntityTypeBuilder<ProgrammeClosing> closing)
    {
        closing.HasKey(c => new { c.County, c.Semester, c.Programme });
        closing.Property(c => c.Programme).HasMaxLength(60);
    }
}
