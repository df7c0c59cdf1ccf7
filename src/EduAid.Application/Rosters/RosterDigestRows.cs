using System.Security.Cryptography;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>What of a roster is sealed when it is confirmed or approved: what it is, its sums, and each entry with the card that it would be paid to.</summary>
public sealed class RosterDigestRows(EduAidDbContext db, FieldCipher cipher) : DigestedRows
{
    public const string Roster = "roster";

    public override string Kind => Roster;

    public override async Task<ILookup<Guid, DigestLine>> ReadAsync(IReadOnlyCollection<Guid> subjects, CancellationToken stop)
    {
        var ids = subjects.Select(s => new RosterId(s)).ToList();
        var rosters = await db.Rosters.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(r => ids.Contains(r.Id)).ToListAsync(stop);
        var lines = rosters.Select(r => (r.Id.Value, new DigestLine(r.Id.Value, Guid.Empty, 0, $"{r.Semester} {r.Programme} {r.School.Value} {r.Entries}", r.Fen))).ToList();
        var entries = await (
            from entry in db.RosterEntries.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
            where ids.Contains(entry.Roster)
            join row in db.Enrolments.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
                on new { entry.List, entry.Line } equals new { row.List, row.Line } into enrolled
            from row in enrolled.DefaultIfEmpty()
            join admission in db.Admissions.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
                on new { entry.List, entry.Line } equals new { admission.List, admission.Line } into admitted
            from admission in admitted.DefaultIfEmpty()
            select new
            {
                entry.Roster,
                entry.Id,
                entry.Person,
                entry.Payee,
                entry.Fen,
                entry.List,
                entry.Line,
                Card = row == null ? null : row.CardCipher,
                AdmissionCard = admission == null ? null : admission.CardCipher,
            }).ToListAsync(stop);
        lines.AddRange(entries.Select(e => (e.Roster.Value, new DigestLine(e.Id, e.Person.Value, (int)e.Payee, e.Payee != Payee.Card ? ""
            : e.Card is { } card ? Open(card, Places.Enrolment("card", db.CountyCode, e.List, e.Line))
            : e.AdmissionCard is { } admissionCard ? Open(admissionCard, Places.AdmissionCard(db.CountyCode, e.List, e.Line)) : "", e.Fen))));
        return lines.ToLookup(l => l.Item1, l => l.Item2);
    }

    private string Open(byte[] card, string place)
    {
        try
        {
            return cipher.Decrypt(card, place);
        }
        catch (CryptographicException)
        {
            return DigestLine.Unreadable;
        }
    }
}
