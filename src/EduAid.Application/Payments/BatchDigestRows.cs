using System.Security.Cryptography;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>What of a batch is sealed when it is assembled and released: its sums, and each line's entries, payee, account and amount.</summary>
public sealed class BatchDigestRows(EduAidDbContext db, FieldCipher cipher) : DigestedRows
{
    public const string Batch = "batch";

    public override string Kind => Batch;

    public override async Task<ILookup<Guid, DigestLine>> ReadAsync(IReadOnlyCollection<Guid> subjects, CancellationToken stop)
    {
        var ids = subjects.ToList();
        var batches = await db.Batches.Where(b => ids.Contains(b.Id)).ToListAsync(stop);
        var lines = batches.Select(b => (b.Id, new DigestLine(b.Id, Guid.Empty, 0, $"{b.Number} {b.Semester} {b.Programme} {b.Lines}", b.Fen))).ToList();
        var rows = await (
            from link in db.LineEntries.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
            where ids.Contains(link.Batch)
            join line in db.PaymentLines.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]) on new { link.Batch, link.Sequence } equals new { line.Batch, line.Sequence }
            select new { link.Batch, link.Sequence, link.Entry, link.Fen, line.Person, line.PayeeName, line.AccountCipher, LineFen = line.Fen }).ToListAsync(stop);
        var accounts = new Dictionary<(Guid, int), string>();
        foreach (var row in rows)
        {
            if (!accounts.TryGetValue((row.Batch, row.Sequence), out var account))
                accounts[(row.Batch, row.Sequence)] = account = Open(row.AccountCipher, Places.PaymentAccount(db.CountyCode, row.Batch, row.Sequence));
            lines.Add((row.Batch, new DigestLine(row.Entry, row.Person?.Value ?? Guid.Empty, row.Sequence, $"{row.PayeeName}\0{account}\0{row.LineFen}", row.Fen)));
        }
        return lines.ToLookup(l => l.Item1, l => l.Item2);
    }

    private string Open(byte[] account, string place)
    {
        try
        {
            return cipher.Decrypt(account, place);
        }
        catch (CryptographicException)
        {
            return DigestLine.Unreadable;
        }
    }
}
