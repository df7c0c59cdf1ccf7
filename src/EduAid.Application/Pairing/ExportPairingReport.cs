using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Pairing;

/// <summary>The periodic report (结对帮扶开展情况) as a workbook: a row for each of the staff.</summary>
public sealed class ExportPairingReport(PairingBoard board, Work work, AuditTrail trail, BusinessDay day)
{
    private static readonly Column<StaffTally>[] Columns =
    [
        Column.Ordinal<StaffTally>(),
        Column.Text<StaffTally>("乡镇", 14, s => s.Township),
        Column.Text<StaffTally>("学校", 26, s => s.SchoolName),
        Column.Text<StaffTally>("教职工", 12, s => s.Staff),
        Column.Whole<StaffTally>("结对(户)", 10, s => s.Tally.Pairs),
        Column.Whole<StaffTally>("应走访(次)", 11, s => s.Tally.Due),
        Column.Whole<StaffTally>("按期(次)", 10, s => s.Tally.OnTime),
        Column.Whole<StaffTally>("逾期(次)", 10, s => s.Tally.Missed),
        Column.Whole<StaffTally>("待走访(次)", 11, s => s.Tally.Open),
        Column.Whole<StaffTally>("实际走访(次)", 13, s => s.Tally.Visits),
        Column.Whole<StaffTally>("现逾期(户)", 11, s => s.Tally.Overdue),
    ];

    /// <param name="school">One school only, or null for all within the scope.</param>
    public async Task RunAsync(Actor actor, Month first, Month last, SchoolId? school, Stream output, CancellationToken stop)
    {
        var rows = await work.ChangeAsync(
            async () =>
            {
                var found = PairingReport.Of(await board.InAsync(first, last, day.Today, stop), first, last, day.Today).Staff.Where(s => school is null || s.School == school).ToList();
                trail.Record(actor, "pairing.report", $"months:{first}..{last}", new { School = school?.Value, Staff = found.Count });
                return found;
            },
            stop);
        TableWorkbook.Write(output, new TableSheet<StaffTally>("结对帮扶", TitleOf(first, last), Columns, rows), stop);
    }

    public static string TitleOf(Month first, Month last) => $"{(first == last ? first.ToChinese() : $"{first.ToChinese()}至{last.ToChinese()}")}结对帮扶开展情况";
}
