using System.Globalization;
using EduAid.Application.Ledgers;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Loans;

/// <summary>A loan as a row of the workbook: the application, and the day of each step that was taken.</summary>
/// <param name="CitizenId">In full only in a workbook that may carry it, else masked.</param>
/// <param name="Ended">Refused or withdrawn, with <paramref name="EndedOn"/> and <paramref name="Why"/>.</param>
public sealed record LoanRow(
    int AcademicYear, string Name, string? CitizenId, LoanLevel Level, string University, Money Amount, DateOnly AppliedOn,
    string? Contract, DateOnly? ContractedOn, DateOnly? DisbursedOn, DateOnly? SettledOn, LoanState? Ended, DateOnly? EndedOn, string Why)
{
    /// <summary>Written out, and not read back: the registered list says it.</summary>
    public bool? Registered { get; init; }

    /// <summary>The steps behind the application, in their order.</summary>
    public IEnumerable<(LoanState To, DateOnly On)> Steps
    {
        get
        {
            if (ContractedOn is { } contracted) yield return (LoanState.Contracted, contracted);
            if (DisbursedOn is { } disbursed) yield return (LoanState.Disbursed, disbursed);
            if (SettledOn is { } settled) yield return (LoanState.Settled, settled);
            if (Ended is { } ended && EndedOn is { } on) yield return (ended, on);
        }
    }
}

/// <summary>生源地信用助学贷款台账 as a workbook: one row a loan; what is written reads back equal.</summary>
public static class LoanSheet
{
    public const string Year = "学年", Name = "姓名", Id = "身份证号", Level = "层次", University = "就读高校", Amount = "贷款金额(元)", Applied = "申请日期", Contract = "合同编号",
        Contracted = "签订日期", Disbursed = "放款日期", Settled = "结清日期", Ended = "终止", EndedOn = "终止日期", Why = "终止原因";

    private static readonly string[] Headings = [Year, Name, Id, Level, University, Amount, Applied, Contract, Contracted, Disbursed, Settled, Ended, EndedOn, Why];
    private static readonly string[] Needed = [Year, Name, Id, Level, University, Amount, Applied];

    private static readonly Dictionary<string, LoanLevel> Levels = new(StringComparer.Ordinal) { ["本专科"] = LoanLevel.Undergraduate, ["研究生"] = LoanLevel.Graduate };
    private static readonly Dictionary<string, LoanState> Ends = new(StringComparer.Ordinal) { ["不予受理"] = LoanState.Refused, ["本人撤回"] = LoanState.Withdrawn };

    /// <summary>The columns that a workbook must have, as they are written.</summary>
    public static string NeededColumns { get; } = string.Join('、', Needed);

    private static readonly Column<LoanRow>[] Columns =
    [
        Column.Ordinal<LoanRow>(),
        Column.Code<LoanRow>(Year, 10, r => r.AcademicYear.ToString(CultureInfo.InvariantCulture)),
        Column.Text<LoanRow>(Name, 12, r => r.Name),
        Column.Code<LoanRow>(Id, 22, r => r.CitizenId),
        Column.Text<LoanRow>(Level, 10, r => Levels.First(l => l.Value == r.Level).Key),
        Column.Text<LoanRow>(University, 26, r => r.University),
        Column.Money<LoanRow>(Amount, 16, r => r.Amount.Fen),
        Column.Date<LoanRow>(Applied, 16, r => r.AppliedOn),
        Column.Code<LoanRow>(Contract, 22, r => r.Contract),
        Column.Date<LoanRow>(Contracted, 16, r => r.ContractedOn),
        Column.Date<LoanRow>(Disbursed, 16, r => r.DisbursedOn),
        Column.Date<LoanRow>(Settled, 16, r => r.SettledOn),
        Column.Text<LoanRow>(Ended, 12, r => r.Ended is { } ended ? Ends.First(e => e.Value == ended).Key : null),
        Column.Date<LoanRow>(EndedOn, 16, r => r.EndedOn),
        Column.Text<LoanRow>(Why, 30, r => r.Why),
        Column.Text<LoanRow>("是否建档立卡", 14, r => r.Registered is { } registered ? registered ? "是" : "否" : null),
    ];

    public static void Write(IEnumerable<LoanRow> rows, string title, Stream output, CancellationToken stop) =>
        TableWorkbook.Write(output, new TableSheet<LoanRow>("助学贷款", title, Columns, rows), stop);

    /// <returns>Rows with their numbers in the sheet, and what could not be read.</returns>
    public static LedgerReading<(int Number, LoanRow Row)> Read(Stream content, string fileName, DateOnly today) =>
        LedgerSheet.Read(content, fileName, Headings, Needed, row => (row.Number, RowOf(row, today)));

    private static LoanRow RowOf(LedgerRow row, DateOnly today)
    {
        var read = new LoanRow(
            YearOf(row), row.Text(Name, 100), row.Id(Id, today)?.Reveal(), row.OneOf(Level, Levels) ?? default, row.Text(University, ApplyForLoan.LongestUniversity), row.Yuan(Amount), row.Day(Applied),
            row.Optional(Contract, MoveLoan.LongestContract) is { Length: > 0 } contract ? contract : null, row.OptionalDay(Contracted), row.OptionalDay(Disbursed), row.OptionalDay(Settled),
            row.Optional(Ended, 20).Length > 0 ? row.OneOf(Ended, Ends) : null, row.OptionalDay(EndedOn), row.Optional(Why, LoanStep.LongestText));
        // A step without its day, or a day without its step, is not guessed at.
        if (read.Contract is not null != read.ContractedOn is not null) row.Wrong(read.Contract is null ? Contract : Contracted, SheetProblem.Blank, "");
        if (read.Ended is not null && read.EndedOn is null) row.Wrong(EndedOn, SheetProblem.Blank, "");
        if (read.Ended is null && read.EndedOn is not null && row.Findings.Count == 0) row.Wrong(Ended, SheetProblem.Blank, "");
        return read;
    }

    // 2020, 2020-2021, 2020学年.
    private static int YearOf(LedgerRow row)
    {
        var text = row.Text(Year, 20);
        if (text.Length == 0) return 0;
        if (text.Length >= 4 && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && (text.Length == 4 || !char.IsAsciiDigit(text[4]))) return year;
        row.Wrong(Year, SheetProblem.NotANumber, text);
        return 0;
    }
}
