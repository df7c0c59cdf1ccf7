using EduAid.Application.Audit;
using EduAid.Application.Reveals;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments.Arrivals;

/// <summary>The list to take along or to call from: who was drawn, how to reach them, and what has been found.</summary>
public sealed class ExportSample(EduAidDbContext db, FieldCipher cipher, Work work, StoredFiles stored, AuditTrail trail)
{
    /// <param name="masked">Telephones masked, for those who may not have them in full by the hundred.</param>
    /// <returns>False where there is no such sample.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid sample, Words.Words words, bool masked, Stream output, CancellationToken stop)
    {
        var table = await work.ChangeAsync(
            async () =>
            {
                if (await db.ArrivalSamples.SingleOrDefaultAsync(s => s.Id == sample, stop) is not { } found) return null;
                var schools = await SchoolLabels.LoadAsync(db, found.Semester, stop);
                var rows = await DrawnEntries.OfAsync(db, sample, stop);
                trail.Record(actor, "sample.export", $"sample:{sample}", new { found.Number, Values = masked ? "masked" : "full", Rows = rows.Count });
                return new TableSheet<DrawnEntry>(
                    "抽查名单", $"{found.Semester.ToChinese()}{words.Programme(found.Programme)}到账抽查名单(第{found.Number}次)", Columns(schools, words, masked), rows);
            },
            stop);
        if (table is null) return false;
        TableWorkbook.Write(output, table, stop);
        return true;
    }

    /// <summary>The candidates as they stood at the draw, so that anybody can draw again: entry, school, ticket.</summary>
    public async Task<byte[]?> CandidatesAsync(Actor actor, Guid sample, CancellationToken stop)
    {
        if (await db.ArrivalSamples.SingleOrDefaultAsync(s => s.Id == sample, stop) is not { } found) return null;
        await work.RecordAsync(actor, "sample.export", $"sample:{sample}", new { found.Number, Rows = found.Population }, stop);
        return await stored.ReadAsync(found.Candidates, stop) ?? throw new InvalidOperationException($"The candidates of sample {found.Number} are not in the data folder.");
    }

    private Column<DrawnEntry>[] Columns(SchoolLabels schools, Words.Words words, bool masked) =>
    [
        Column.Whole<DrawnEntry>("序号", 8, d => d.Check.Number),
        Column.Text<DrawnEntry>("学校", 28, d => schools[d.Check.School].Name),
        Column.Text<DrawnEntry>("姓名", 12, d => d.Name),
        Column.Text<DrawnEntry>("年级", 10, d => d.Grade),
        Column.Text<DrawnEntry>("班级", 10, d => d.Class),
        Column.Text<DrawnEntry>("监护人", 12, d => d.Guardian),
        Column.Code<DrawnEntry>("联系电话", 16, d => PhoneOf(d, masked)),
        Column.Money<DrawnEntry>("金额(元)", 12, d => d.Fen),
        Column.Text<DrawnEntry>("结果", 14, d => d.Check.Outcome is { } outcome ? words.ArrivalOutcome(outcome) : null),
        Column.Text<DrawnEntry>("方式", 10, d => d.Check.Way is { } way ? words.ArrivalWay(way) : null),
        Column.Date<DrawnEntry>("日期", 14, d => d.Check.On),
        Column.Text<DrawnEntry>("说明", 30, d => d.Check.Remark),
    ];

    private string? PhoneOf(DrawnEntry drawn, bool masked)
    {
        if (drawn.PhoneCipher is null) return null;
        var phone = cipher.Decrypt(drawn.PhoneCipher, Places.Enrolment("phone", drawn.Check.County, drawn.List, drawn.Line));
        return masked ? Telephone.Mask(phone) : phone;
    }
}
