using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Canteens;

/// <summary>A school over a range of months.</summary>
/// <param name="Owed">Months that it owes: on the programme, and stated or due.</param>
public sealed record CanteenReportLine(CanteenSchool School, IReadOnlyList<LedgerMonth> Months, int Owed)
{
    private IEnumerable<MonthStatement> Figures => Months.Select(m => m.Figures).OfType<MonthStatement>();

    public int Stated => Figures.Count();

    /// <summary>With what the first stated month opened.</summary>
    public Money Opening => Figures.FirstOrDefault()?.Opening ?? Money.Zero;

    /// <summary>With what the last stated month closed.</summary>
    public Money Closing => Figures.LastOrDefault()?.Closing ?? Money.Zero;

    public Money Received => Sum(f => f.Received);

    public Money Food => Sum(f => f.Food);

    public Money Other => Sum(f => f.Other);

    /// <summary>What opening, received and spent do not explain of the closing balance; nought where each month opens with what the one before closed with.</summary>
    public Money Unexplained => Closing - (Opening + Received - Food - Other);

    public long Meals => Figures.Sum(f => (long)f.Meals);

    /// <summary>Food money for a meal over the range, to the nearest fen; null without meals.</summary>
    public Money? FoodPerMeal => MonthStatement.PerMeal(Food, Meals);

    /// <summary>Checks that found something in a month of the range.</summary>
    public IReadOnlyList<CanteenCheck> Checks => [.. Months.SelectMany(m => m.Findings).Select(f => f.Check).Distinct().Order()];

    private Money Sum(Func<MonthStatement, Money> amount) => Figures.Aggregate(Money.Zero, (sum, f) => sum + amount(f));
}

/// <summary>营养膳食资金情况表: the programme over a month or a semester, within the scope.</summary>
public sealed record CanteenReport(Month From, Month To, IReadOnlyList<CanteenReportLine> Lines)
{
    public string Period => From == To ? From.ToChinese() : $"{From.ToChinese()}至{To.ToChinese()}";

    public Money Opening => Sum(l => l.Opening);

    public Money Received => Sum(l => l.Received);

    public Money Food => Sum(l => l.Food);

    public Money Other => Sum(l => l.Other);

    public Money Closing => Sum(l => l.Closing);

    public long Meals => Lines.Sum(l => l.Meals);

    public Money? FoodPerMeal => MonthStatement.PerMeal(Food, Meals);

    public static CanteenReport Of(Month from, Month to, IEnumerable<CanteenSchool> schools)
    {
        var lines = schools.Select(s =>
        {
            List<LedgerMonth> months = [.. s.Ledger.Months.Where(m => m.Month >= from && m.Month <= to)];
            return new CanteenReportLine(s, months, months.Count(m => m.State != StatementState.Open));
        });
        return new(from, to, [.. lines.Where(l => l.Months.Count > 0)]);
    }

    /// <summary>The months of a semester: 2 to 7, or 8 to 1.</summary>
    public static (Month From, Month To) Months(Semester semester)
    {
        var first = Month.Of(new(semester.Year, semester.IsAutumn ? 8 : 2, 1));
        return (first, first.Plus(5));
    }

    private Money Sum(Func<CanteenReportLine, Money> amount) => Lines.Aggregate(Money.Zero, (sum, l) => sum + amount(l));
}

/// <summary>The report as a workbook: a row a school.</summary>
public sealed class ExportCanteenReport(CanteenBoard board, Work work, AuditTrail trail)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    private static readonly Column<CanteenReportLine>[] Columns =
    [
        Column.Ordinal<CanteenReportLine>(),
        Column.Text<CanteenReportLine>("乡镇", 14, l => l.School.Township),
        Column.Text<CanteenReportLine>("学校", 26, l => l.School.Name),
        Column.Whole<CanteenReportLine>("应报(月)", 10, l => l.Owed),
        Column.Whole<CanteenReportLine>("已报(月)", 10, l => l.Stated),
        Column.Money<CanteenReportLine>("期初余额(元)", 16, l => l.Opening.Fen),
        Column.Money<CanteenReportLine>("收入(元)", 16, l => l.Received.Fen),
        Column.Money<CanteenReportLine>("食品支出(元)", 16, l => l.Food.Fen),
        Column.Money<CanteenReportLine>("其他支出(元)", 16, l => l.Other.Fen),
        Column.Money<CanteenReportLine>("期末余额(元)", 16, l => l.Closing.Fen),
        Column.Money<CanteenReportLine>("不衔接(元)", 14, l => l.Unexplained.Fen),
        Column.Whole<CanteenReportLine>("供餐人次", 12, l => l.Meals),
        Column.Money<CanteenReportLine>("每人次食品支出(元)", 18, l => l.FoodPerMeal?.Fen),
        Column.Text<CanteenReportLine>("检查发现", 40, l => string.Join('、', l.Checks.Select(Chinese.CanteenCheck))),
    ];

    public async Task RunAsync(Actor actor, Month from, Month to, Stream output, CancellationToken stop)
    {
        var report = await work.ChangeAsync(
            async () =>
            {
                var made = CanteenReport.Of(from, to, await board.AllAsync(stop));
                trail.Record(actor, "canteen.report", $"canteens:{from}:{to}", new { Schools = made.Lines.Count, Received = made.Received.Fen, Food = made.Food.Fen, Other = made.Other.Fen });
                return made;
            },
            stop);
        TableWorkbook.Write(output, new TableSheet<CanteenReportLine>("营养膳食资金", $"{report.Period}营养膳食资金情况表", Columns, report.Lines), stop);
    }
}
