using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Banking;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>计财股放行: makes the bank file and keeps it, so that whoever downloads it again gets the same bytes; its lines are sent from then on.</summary>
public sealed class ReleaseBatch(
    EduAidDbContext db, BatchWay way, FieldCipher cipher, KeyRing keys, StoredFiles stored, PersonDirectory people, BankFormats formats, CountySettings county,
    TimeProvider time)
{
    public Task<BatchRefusal?> RunAsync(Actor actor, Guid batch, string format, CancellationToken stop) => way.TakeAsync(
        actor, batch, PaymentAct.Release, "batch.release",
        async found =>
        {
            if (found.RefusalOfRelease(actor.Name) is { } refusal) return refusal;
            if (formats.Find(format) is not { } layout) return new BatchRefusal.FormatUnknown(format);
            var lines = await db.PaymentLines.AsTracking().Where(l => l.Batch == batch).OrderBy(l => l.Sequence).ToListAsync(stop);
            // Another batch's line may have turned out to be paid since this one was assembled.
            var taken = await db.LineEntries.Where(l => l.Batch == batch && !l.Open).Select(l => l.Sequence).Distinct().Order().ToListAsync(stop);
            if (taken.Count > 0) return new BatchRefusal.LinesTaken(taken);
            var written = BankFile.Write(layout, HeadOf(found), await FileLinesAsync(lines, layout, stop), FingerprintKey(keys));
            if (written.File is not { } file) return new BatchRefusal.FileRefused([.. written.Problems.Select(p => $"{p.Sequence} {p.Fault}")]);
            foreach (var line in lines) line.Send(file.Fingerprints[line.Sequence - 1]);
            var key = Keys.New(time.GetUtcNow());
            // Before the transaction commits: a release without its file would be worse than a file without a release.
            await stored.SaveAsync(key, file.Content, stop);
            return found.Release(format, file.Name, key, file.Sha256, file.Checksum, actor.Name, time.GetUtcNow());
        },
        stop);

    internal static byte[] FingerprintKey(KeyRing keys) => HMACSHA256.HashData(keys.Audit, Encoding.UTF8.GetBytes("bank line fingerprint"));

    private BankFileHead HeadOf(Batch batch) => new(
        batch.Number, batch.DocumentNumber ?? "", Programme.Find(batch.Programme)!.ChineseName, batch.Programme, batch.Semester,
        batch.DocumentDate ?? CountyTime.DayOf(batch.AssembledAt), county.Name);

    private async Task<IReadOnlyList<BankFileLine>> FileLinesAsync(List<PaymentLine> lines, BankFormat layout, CancellationToken stop)
    {
        var ids = layout.Asks(BankValue.CitizenId)
            ? await people.RevealAsync([.. lines.Select(l => l.Person).OfType<PersonId>()], stop) : new Dictionary<PersonId, CitizenId>();
        var pupils = (await db.LineEntries.Where(l => l.Batch == lines[0].Batch).GroupBy(l => l.Sequence).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop))
            .ToDictionary(g => g.Key, g => g.Count);
        return
        [
            .. lines.Select(l => new BankFileLine(
                l.Sequence, l.PayeeName, cipher.Decrypt(l.AccountCipher, Places.PaymentAccount(l.County, l.Batch, l.Sequence)), l.Bank, l.Fen,
                l.Person is { } person ? ids.GetValueOrDefault(person) : default, l.Person is null ? $"{pupils[l.Sequence]}人" : null)),
        ];
    }
}

/// <summary>The shipped and changed layouts of banks' files.</summary>
public sealed class BankFormats
{
    private readonly Lazy<IReadOnlyList<BankFormat>> _all = new(Seeds.BankFormats);

    public IReadOnlyList<BankFormat> All => _all.Value;

    public BankFormat? Find(string code) => All.FirstOrDefault(f => f.Code == code);
}
