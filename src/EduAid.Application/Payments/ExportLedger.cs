using EduAid.Application.Audit;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Payments;

/// <summary>Writes the books of a programme and semester by school; the columns are those of the page.</summary>
public sealed class ExportLedger(EduAidDbContext db, Work work, AuditTrail trail)
{
    public async Task RunAsync(Actor actor, Semester semester, Programme programme, Stream output, CancellationToken stop)
    {
        var table = await work.ChangeAsync(
            async () =>
            {
                var ledger = await Ledger.ReadAsync(db, semester, programme.Code, stop);
                var schools = await SchoolLabels.LoadAsync(db, semester, stop);
                trail.Record(actor, "ledger.export", $"semester:{semester}", new { Programme = programme.Code, Schools = ledger.Schools.Count });
                var rows = ledger.Schools.Select(r => (Row: r, School: schools[r.School])).OrderBy(r => r.School.Code, StringComparer.Ordinal).ToList();
                return new TableSheet<(LedgerRow Row, SchoolLabel School)>("台账", $"{semester.ToChinese()}{programme.ChineseName}台账", Columns(), rows);
            },
            stop);
        TableWorkbook.Write(output, table, stop);
    }

    private static Column<(LedgerRow Row, SchoolLabel School)>[] Columns() =>
    [
        Column.Ordinal<(LedgerRow Row, SchoolLabel School)>(),
        Column.Code<(LedgerRow Row, SchoolLabel School)>("学校代码", 14, r => r.School.Code),
        Column.Text<(LedgerRow Row, SchoolLabel School)>("学校名称", 28, r => r.School.Name),
        Column.Text<(LedgerRow Row, SchoolLabel School)>("乡镇", 14, r => r.School.Township),
        Column.Whole<(LedgerRow Row, SchoolLabel School)>("人数", 8, r => r.Row.Entries),
        Column.Money<(LedgerRow Row, SchoolLabel School)>("已审批(元)", 16, r => r.Row.Approved),
        Column.Money<(LedgerRow Row, SchoolLabel School)>("银行办理中(元)", 16, r => r.Row.Sent),
        Column.Money<(LedgerRow Row, SchoolLabel School)>("已到账(元)", 16, r => r.Row.Paid),
        Column.Money<(LedgerRow Row, SchoolLabel School)>("失败或退票(元)", 16, r => r.Row.Failed),
        Column.Money<(LedgerRow Row, SchoolLabel School)>("不再发放(元)", 16, r => r.Row.Closed),
        Column.Money<(LedgerRow Row, SchoolLabel School)>("结余待发(元)", 16, r => r.Row.Remaining),
        Column.Money<(LedgerRow Row, SchoolLabel School)>("应追回(元)", 16, r => r.Row.ToRecover),
        Column.Money<(LedgerRow Row, SchoolLabel School)>("已追回(元)", 16, r => r.Row.Recovered),
    ];
}
