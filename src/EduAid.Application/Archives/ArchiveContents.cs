using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EduAid.Application.Documents;
using EduAid.Application.Notices;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Archives;

/// <summary>Gathers what stands behind the books of a programme and semester (二(二)9): rosters, notices, signatures, bank files and answers, vouchers, reasons.</summary>
public sealed class ArchiveContents(EduAidDbContext db, PersonDirectory people, StoredFiles stored)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Words.Words Chinese = Words.Words.Chinese;

    public async Task<IReadOnlyList<ArchiveFile>> OfAsync(Semester semester, Programme programme, CancellationToken stop)
    {
        var schools = await SchoolLabels.LoadAsync(db, semester, stop);
        var rosters = (await db.Rosters.Where(r => r.Semester == semester && r.Programme == programme.Code && r.State == RosterState.Approved).ToListAsync(stop))
            .OrderBy(r => schools[r.School].Code, StringComparer.Ordinal).ThenBy(r => r.Kind).ThenBy(r => r.Sequence).ToList();
        var ids = rosters.Select(r => r.Id).ToList();
        var entries = (await db.RosterEntries.Where(e => ids.Contains(e.Roster)).ToListAsync(stop)).ToLookup(e => e.Roster);
        var numbers = await people.RevealAsync([.. entries.SelectMany(g => g).Select(e => e.Person).Distinct()], stop);
        List<ArchiveFile> files = [.. rosters.Select(r => RosterFile(r, schools[r.School], [.. entries[r.Id]], numbers, programme))];
        files.Add(ArchiveFile.Of("explanations/entries.jsonl", ArchiveKind.Explanation, Reasons(rosters, entries, schools)));
        files.Add(ArchiveFile.Of("notices/notices.csv", ArchiveKind.Notice, Table("公示", NoticeColumns(schools), rosters.Where(r => r.NoticeFrom is not null))));
        var objections = await db.Objections.Where(o => ids.Contains(o.Roster)).OrderBy(o => o.RecordedAt).ToListAsync(stop);
        files.Add(ArchiveFile.Of("notices/objections.csv", ArchiveKind.Notice, Table("异议", ObjectionColumns(schools), objections)));
        files.Add(ArchiveFile.Of("approvals/signatures.csv", ArchiveKind.Approval,
            Table("签字", StepColumns(schools), await db.RosterSteps.Where(s => ids.Contains(s.Roster)).OrderBy(s => s.Roster).ThenBy(s => s.Number).ToListAsync(stop))));
        await AddBankAsync(files, semester, programme, stop);
        var vouchers = await db.Vouchers.Where(v => v.Semester == semester && v.Programme == programme.Code).OrderBy(v => v.Date).ThenBy(v => v.Number).ToListAsync(stop);
        files.Add(ArchiveFile.Of("vouchers/vouchers.csv", ArchiveKind.Voucher, Table("拨付票据", VoucherColumns, vouchers)));
        await AddDocumentsAsync(files, DocumentSubject.Roster, rosters.ToDictionary(r => r.Id.Value.ToString(), r => "roster-" + Label(r, schools[r.School])), stop);
        await AddDocumentsAsync(files, DocumentSubject.Objection, objections.Select((o, i) => (o.Id, Line: i + 1)).ToDictionary(o => o.Id.ToString(), o => $"objection-{o.Line:000}"), stop);
        await AddDocumentsAsync(files, DocumentSubject.Voucher, vouchers.ToDictionary(v => v.Id.ToString(), v => "voucher-" + v.Number), stop);
        return files;
    }

    // The scans that were added to the steps, as they were sent.
    private async Task AddDocumentsAsync(List<ArchiveFile> files, DocumentSubject kind, Dictionary<string, string> labels, CancellationToken stop)
    {
        var subjects = labels.Keys.ToList();
        foreach (var subject in await StoredDocument.OfEachAsync(db, kind, subjects, stop))
            files.AddRange(subject.Select((p, i) => new ArchiveFile(
                $"documents/{ArchiveNames.Part(labels[subject.Key])}/{i + 1:00}-{ArchiveNames.Part(p.FileName)}", ArchiveKind.Document, stop => OpenAsync(p.File, p.FileName, stop))));
    }

    private static string Label(Roster roster, SchoolLabel school) =>
        $"{school.Code}-{roster.Kind.ToString().ToLowerInvariant()}{(roster.Sequence == 0 ? "" : $"-{roster.Sequence}")}";

    private static ArchiveFile RosterFile(Roster roster, SchoolLabel school, List<RosterEntry> entries, Dictionary<PersonId, CitizenId> numbers, Programme programme)
    {
        var title = $"{roster.Semester.ToChinese()}{programme.ChineseName}{Chinese.RosterKind(roster.Kind)} {school.Name}";
        using var output = new MemoryStream();
        TableWorkbook.Write(output, new TableSheet<RosterEntry>(
            "花名册", title,
            [
                Column.Ordinal<RosterEntry>(),
                Column.Text<RosterEntry>("姓名", 12, e => e.Name),
                Column.Code<RosterEntry>("身份证号", 22, e => numbers.TryGetValue(e.Person, out var id) ? id.Reveal() : null),
                Column.Text<RosterEntry>("年级", 10, e => e.Grade),
                Column.Text<RosterEntry>("班级", 10, e => e.Class),
                Column.Amount<RosterEntry>("金额(元)", 14, e => e.Fen),
                Column.Text<RosterEntry>("备注", 30, e => string.Join('、', e.FlagCodes.Select(Chinese.Flag))),
            ],
            entries.OrderBy(e => e.GradeOrder).ThenBy(e => e.Class, StringComparer.Ordinal).ThenBy(e => e.Id)));
        return ArchiveFile.Of($"rosters/{ArchiveNames.Part(Label(roster, school) + ".xlsx")}", ArchiveKind.Roster, output.ToArray());
    }

    // A line an entry: what it is, and the very reasons that were frozen with it.
    private static byte[] Reasons(List<Roster> rosters, ILookup<RosterId, RosterEntry> entries, SchoolLabels schools)
    {
        var text = new StringBuilder();
        foreach (var roster in rosters)
            foreach (var entry in entries[roster.Id].OrderBy(e => e.Id))
                text.Append(JsonSerializer.Serialize(
                    new
                    {
                        entry.Id,
                        Roster = roster.Id.Value,
                        School = schools[roster.School].Code,
                        Kind = roster.Kind.ToString(),
                        entry.Fen,
                        entry.Corrects,
                        Reasons = Explanation.Read(entry.Reasons).Select(r => new
                        {
                            r.Fact,
                            r.Value,
                            r.Clause,
                            r.Document,
                            r.Part?.Fen,
                            r.Parameter,
                            From = r.From?.ToString(),
                            r.CheckedOn,
                            r.CheckAgain,
                            r.Doubt,
                        }),
                    },
                    Json)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private async Task AddBankAsync(List<ArchiveFile> files, Semester semester, Programme programme, CancellationToken stop)
    {
        var batches = await db.Batches.Where(b => b.Semester == semester && b.Programme == programme.Code).OrderBy(b => b.Sequence).ToListAsync(stop);
        files.Add(ArchiveFile.Of("bank/batches.csv", ArchiveKind.BankFile, Table("批次", BatchColumns, batches)));
        foreach (var batch in batches.Where(b => b.File is not null))
            files.Add(new($"bank/{batch.Number}/{ArchiveNames.Part(batch.FileName!)}", ArchiveKind.BankFile, stop => OpenAsync(batch.File!.Value, batch.FileName!, stop)));
        var ids = batches.Select(b => b.Id).ToList();
        var returns = await db.BankReturns.Where(r => db.BankReturnRows.Any(row => row.Return == r.Number && row.Batch != null && ids.Contains(row.Batch.Value)))
            .OrderBy(r => r.Number).ToListAsync(stop);
        foreach (var one in returns)
            files.Add(new($"returns/{one.Number:0000}/{ArchiveNames.Part(one.FileName)}", ArchiveKind.BankReturn, stop => OpenAsync(one.File, one.FileName, stop)));
        files.Add(ArchiveFile.Of("returns/returns.csv", ArchiveKind.BankReturn, Table("银行回盘", ReturnColumns, returns)));
        await AddDocumentsAsync(files, DocumentSubject.Batch, batches.ToDictionary(b => b.Id.ToString(), b => "batch-" + b.Number), stop);
        await AddDocumentsAsync(files, DocumentSubject.Return, returns.ToDictionary(r => $"{r.Number}", r => $"return-{r.Number:0000}"), stop);
    }

    private async Task<Stream> OpenAsync(Guid file, string name, CancellationToken stop) => new MemoryStream(
        await stored.ReadAsync(file, stop) ?? throw new InvalidOperationException($"{name} is not in the data folder."), writable: false);

    private static byte[] Table<T>(string title, Column<T>[] columns, IEnumerable<T> rows)
    {
        using var output = new MemoryStream();
        TableCsv.Write(output, new TableSheet<T>(title, title, columns, rows));
        return output.ToArray();
    }

    private static Column<Roster>[] NoticeColumns(SchoolLabels schools) =>
    [
        Column.Text<Roster>("学校", 30, r => schools[r.School].Name), Column.Text<Roster>("名册", 16, r => Chinese.RosterKind(r.Kind)),
        Column.Date<Roster>("公示开始", 14, r => r.NoticeFrom), Column.Date<Roster>("公示结束", 14, r => r.NoticeUntil),
        Column.Whole<Roster>("人数", 8, r => r.Entries), Column.Money<Roster>("金额(元)", 14, r => r.Fen),
    ];

    private static Column<Objection>[] ObjectionColumns(SchoolLabels schools) =>
    [
        Column.Text<Objection>("学校", 30, o => schools[o.School].Name), Column.Text<Objection>("异议", 40, o => o.Text), Column.Text<Objection>("登记人", 12, o => o.RecordedBy),
        Column.Text<Objection>("登记时间", 20, o => Time(o.RecordedAt)), Column.Text<Objection>("结果", 10, o => o.Upheld == true ? "成立" : "不成立"),
        Column.Text<Objection>("答复", 40, o => o.Answer), Column.Text<Objection>("答复人", 12, o => o.AnsweredBy),
    ];

    private static Column<RosterStep>[] StepColumns(SchoolLabels schools) =>
    [
        Column.Text<RosterStep>("学校", 30, s => schools[s.School].Name), Column.Code<RosterStep>("名册", 40, s => s.Roster.Value.ToString()), Column.Whole<RosterStep>("步骤", 8, s => s.Number),
        Column.Text<RosterStep>("办理", 12, s => s.Kind.ToString()), Column.Text<RosterStep>("原状态", 12, s => Chinese.State(s.From)), Column.Text<RosterStep>("新状态", 12, s => Chinese.State(s.To)),
        Column.Text<RosterStep>("办理人", 12, s => s.By), Column.Text<RosterStep>("时间", 20, s => Time(s.At)), Column.Text<RosterStep>("意见", 40, s => s.Remark),
    ];

    private static Column<Batch>[] BatchColumns =>
    [
        Column.Code<Batch>("批次号", 16, b => b.Number), Column.Text<Batch>("状态", 10, b => Chinese[$"BatchState.{b.State}"]), Column.Text<Batch>("发文字号", 24, b => b.DocumentNumber),
        Column.Date<Batch>("发文日期", 14, b => b.DocumentDate), Column.Money<Batch>("发文金额(元)", 14, b => b.DocumentFen), Column.Whole<Batch>("笔数", 8, b => b.Lines),
        Column.Money<Batch>("金额(元)", 14, b => b.Fen), Column.Text<Batch>("编制人", 12, b => b.AssembledBy), Column.Text<Batch>("放行人", 12, b => b.ReleasedBy),
        Column.Date<Batch>("交银行", 14, b => b.HandedOverOn), Column.Code<Batch>("文件SHA-256", 66, b => b.FileSha256),
    ];

    private static Column<BankReturn>[] ReturnColumns =>
    [
        Column.Whole<BankReturn>("序号", 8, r => r.Number), Column.Text<BankReturn>("文件", 30, r => r.FileName), Column.Text<BankReturn>("录入人", 12, r => r.By),
        Column.Text<BankReturn>("时间", 20, r => Time(r.At)), Column.Whole<BankReturn>("行数", 8, r => r.Rows), Column.Whole<BankReturn>("更新", 8, r => r.Applied),
        Column.Whole<BankReturn>("未匹配", 8, r => r.Unmatched), Column.Text<BankReturn>("撤回人", 12, r => r.UndoneBy),
    ];

    private static Column<Voucher>[] VoucherColumns =>
    [
        Column.Code<Voucher>("票据号", 20, v => v.Number), Column.Date<Voucher>("日期", 14, v => v.Date), Column.Money<Voucher>("金额(元)", 14, v => v.Fen),
        Column.Text<Voucher>("登记人", 12, v => v.By), Column.Text<Voucher>("作废原因", 30, v => v.CancelReason),
    ];

    private static string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, CountyTime.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
