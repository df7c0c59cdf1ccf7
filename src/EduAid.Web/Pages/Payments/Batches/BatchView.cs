using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Payments;
using EduAid.Web.Parts;
using EduAid.Web.Parts.Figures;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Batches;

/// <param name="Account">Masked.</param>
public sealed record LineRow(
    int Sequence, string School, Guid? Person, string Payee, string Account, string? Bank, long Fen, LineState State, string? Reason, string? ReasonText,
    DateOnly? CreditedOn, string? TriedBefore, string? Fingerprint);

/// <summary>A pupil whose money goes by a line.</summary>
public sealed record PupilRow(Guid Entry, Guid Roster, Guid Person, string Name, long Fen);

/// <summary>A step of a batch with who took it and when; the day alone where no more is known.</summary>
public sealed record BatchStep(string Text, string By, DateTimeOffset? At, DateOnly? On = null, string? Remark = null);

/// <summary>One batch as its page shows it.</summary>
public sealed record BatchView(
    Batch Batch, IReadOnlyDictionary<LineState, int> Counts, Paging Paging, IReadOnlyList<LineRow> Lines, int? Chosen, IReadOnlyList<PupilRow> Pupils,
    IReadOnlyDictionary<string, string> Names)
{
    public const string StateKey = "state", LineKey = "line";

    public string NameOf(string user) => Names.GetValueOrDefault(user, user);

    /// <returns>Null where there is no such batch.</returns>
    public static async Task<BatchView?> LoadAsync(EduAidDbContext db, FieldCipher cipher, Guid id, IQueryCollection query, CancellationToken stop)
    {
        if (await db.Batches.SingleOrDefaultAsync(b => b.Id == id, stop) is not { } batch) return null;
        var counts = await db.PaymentLines.Where(l => l.Batch == id).GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        LineState? asked = Enum.TryParse<LineState>(query.Text(StateKey), out var state) && Enum.IsDefined(state) ? state : null;
        var paging = Paging.From(query).Of(asked is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum());
        var lines = await db.PaymentLines.Where(l => l.Batch == id && (asked == null || l.State == asked)).OrderBy(l => l.Sequence).Skip(paging.Skip).Take(paging.Size)
            .Select(l => new
            {
                Line = l,
                School = db.SchoolVersions.Where(v => v.School == l.School && !v.Undone && v.From <= batch.Semester)
                    .OrderByDescending(v => v.From).ThenByDescending(v => v.Import).Select(v => v.Name).FirstOrDefault(),
            }).ToListAsync(stop);
        int? chosen = int.TryParse(query.Text(LineKey), out var line) ? line : null;
        var pupils = chosen is null ? [] : await (
            from link in db.LineEntries
            join entry in db.RosterEntries on link.Entry equals entry.Id
            where link.Batch == id && link.Sequence == chosen
            orderby entry.Name
            select new PupilRow(entry.Id, entry.Roster.Value, entry.Person.Value, entry.Name, link.Fen)).ToListAsync(stop);
        string?[] people = [batch.AssembledBy, batch.ReleasedBy, batch.HandedOverBy, batch.CancelAskedBy, batch.CancelledBy];
        var names = await db.Users.Where(u => people.Contains(u.UserName)).ToDictionaryAsync(u => u.UserName!, u => u.DisplayName, stop);
        return new(batch, counts, paging, [.. lines.Select(l => RowOf(cipher, l.Line, l.School))], chosen, pupils, names);
    }

    private static LineRow RowOf(FieldCipher cipher, Application.Payments.PaymentLine line, string? school) => new(
        line.Sequence, school ?? "—", line.Person?.Value, line.PayeeName,
        Masks.Card(cipher.Decrypt(line.AccountCipher, Places.PaymentAccount(line.County, line.Batch, line.Sequence))), line.Bank, line.Fen, line.State, line.Reason,
        line.ReasonText, line.CreditedOn, line.TriedBefore, line.Fingerprint);
}
