using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Domain.Checks;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>A waiver is higher than the tuition that the register states by now for the school or, at vocational schools, the specialty.</summary>
internal sealed class WaiverAboveTuition : AuditCheck
{
    public override string Code => CheckCodes.WaiverAboveTuition;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var waivers = semester.Entries.Where(e => e.Payee == Payee.School).ToList();
        if (waivers.Count == 0) return [];
        var (db, of) = (semester.Db, semester.Semester);
        var schools = await SchoolRegister.LoadAsync(db, of, stop);
        var fees = await SpecialtyVersion.HoldingAsync(db, of, stop);
        var specialties = (await (from entry in db.RosterEntries
                                  join row in db.Enrolments on new { entry.List, entry.Line } equals new { row.List, row.Line }
                                  join roster in db.Rosters on entry.Roster equals roster.Id
                                  where roster.Semester == of && entry.Payee == Payee.School && row.Specialty != null
                                  select new { entry.Id, row.Specialty }).ToListAsync(stop)).ToDictionary(r => r.Id, r => r.Specialty!);
        return
        [
            .. from entry in waivers
               let fee = specialties.TryGetValue(entry.Id, out var specialty) ? fees.GetValueOrDefault(Text.Fold(specialty))?.FeeFen : schools[entry.School].Facts.ActualTuition?.Fen
               where fee is not null && entry.Fen > fee
               select Caught.Of(entry, Money.FromFen(entry.Fen).ToString(), Money.FromFen(fee.Value).ToString()),
        ];
    }
}
