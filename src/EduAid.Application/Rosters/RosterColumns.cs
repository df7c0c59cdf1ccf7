using EduAid.Domain.Findings;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Rosters;

/// <summary>One entry as it stands on the printed roster; ID and card in full.</summary>
public sealed record PrintedEntry(
    string School, string Name, string CitizenId, string? Grade, string? Class, bool? Boarding, string? Specialty, string? University,
    long Fen, string? Bank, string? Holder, string? Card, IReadOnlyList<string> Flags);

/// <summary>The columns of a programme's printed roster. A document of the county: its words are Chinese in every language of the pages.</summary>
public static class RosterColumns
{
    public static IReadOnlyList<string> Signatures { get; } = ["制表人", "审核人", "学校负责人", "资助中心负责人"];

    public static IReadOnlyList<Column<PrintedEntry>> Of(Programme programme)
    {
        List<Column<PrintedEntry>> columns =
        [
            Column.Ordinal<PrintedEntry>(),
            Column.Text<PrintedEntry>("学校名称", 26, e => e.School),
            Column.Text<PrintedEntry>("姓名", 12, e => e.Name),
            Column.Code<PrintedEntry>("身份证号", 22, e => e.CitizenId),
        ];
        if (programme.JudgesAdmissions) columns.Add(Column.Text<PrintedEntry>("录取院校", 26, e => e.University));
        else
        {
            columns.Add(Column.Text<PrintedEntry>("年级", 10, e => e.Grade));
            columns.Add(Column.Text<PrintedEntry>("班级", 10, e => e.Class));
        }
        if (programme is CompulsoryLiving)
            columns.Add(Column.Code<PrintedEntry>("是否寄宿", 9, e => e.Boarding switch { true => "是", false => "否", null => null }));
        if (programme is VocationalGrant or VocationalTuition) columns.Add(Column.Text<PrintedEntry>("专业", 18, e => e.Specialty));
        columns.Add(Column.Amount<PrintedEntry>("金额(元)", 14, e => e.Fen));
        if (programme.Payee == Payee.Card)
        {
            columns.Add(Column.Text<PrintedEntry>("开户银行", 20, e => e.Bank));
            columns.Add(Column.Text<PrintedEntry>("户名", 12, e => e.Holder));
            columns.Add(Column.Code<PrintedEntry>("银行卡号", 23, e => e.Card));
        }
        columns.Add(Column.Text<PrintedEntry>("备注", 20, e => string.Join('、', e.Flags.Select(Remark))));
        return columns;
    }

    /// <summary>Such as 2020年春季学期义务教育生活补助发放花名册(草稿).</summary>
    public static string Title(Semester semester, Programme programme, string? school, bool draft, RosterKind kind = RosterKind.Regular, int sequence = 0) =>
        $"{school}{semester.ToChinese()}{programme.ChineseName}{Deed(kind)}花名册{(sequence > 1 ? $"(第{sequence}次)" : "")}{(draft ? "(草稿)" : "")}";

    /// <summary>The same of one roster.</summary>
    public static string Title(Roster roster, string school) => Title(
        roster.Semester, Programme.Find(roster.Programme)!, school, roster.State == RosterState.Draft, roster.Kind, roster.Sequence);

    private static string Deed(RosterKind kind) => kind switch
    {
        RosterKind.Supplement => "补发",
        RosterKind.Recovery => "追回",
        RosterKind.Surplus => "重复发放追回",
        _ => "发放",
    };

    /// <summary>A flag in the few words that a printed line has room for.</summary>
    public static string Remark(string flag) => flag switch
    {
        FindingCodes.CardMissing => "无银行卡",
        FindingCodes.CardInvalid => "卡号有误",
        FindingCodes.AccountMissing => "学校无收款账号",
        FindingCodes.ParameterCapped => "已按实际学费封顶",
        FindingCodes.TransferUndated => "转出未注明日期",
        _ => flag,
    };
}
