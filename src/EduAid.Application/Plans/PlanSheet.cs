using System.Globalization;
using EduAid.Application.Ledgers;
using EduAid.Domain.Plans;
using EduAid.Spreadsheets.Reading;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Plans;

/// <param name="Row">As the spreadsheet program numbers it; 0 for the file.</param>
/// <param name="Heading">The column.</param>
/// <param name="Found">What stands there.</param>
public sealed record SheetFault(int Row, string Heading, string Found);

/// <param name="Plan">Null where the sheet cannot be read as one.</param>
public sealed record PlanSheetReading(PlanOutline? Plan, IReadOnlyList<SheetFault> Faults);

/// <summary>
/// A plan as a workbook, one row for the plan, an item, a measure or a step. What is written reads back equal; so it serves to take a plan
/// out, change it and bring it back, and to bring in one that was written elsewhere.
/// </summary>
public static class PlanSheet
{
    private const string Plan = "要点", Item = "事项", Measure = "指标", Step = "步骤";
    private const string Row = "类别", Number = "编号", Title = "名称", Units = "责任单位", Due = "完成时限", Code = "代码", Kind = "类型", Unit = "计量单位",
        Target = "目标", Floor = "底线", Basis = "依据", Start = "现状";

    private static readonly string[] Headings = [Row, Number, Title, Units, Due, Code, Kind, Unit, Target, Floor, Basis, Start];

    private static readonly Dictionary<string, MeasureKind> Kinds = new(StringComparer.Ordinal)
    {
        ["计数"] = MeasureKind.Count,
        ["比例(有下限)"] = MeasureKind.Percentage,
        ["比例"] = MeasureKind.Ratio,
        ["节点"] = MeasureKind.Milestones,
        ["清单"] = MeasureKind.Checklist,
        ["原文数字"] = MeasureKind.Stated,
    };

    public static void Write(PlanOutline plan, Stream output, CancellationToken stop) =>
        TableWorkbook.Write(output, new TableSheet<Line>("要点", plan.Title, [.. Headings.Select((h, i) => Column.Text<Line>(h, i is 2 or 3 or 10 ? 34 : 14, l => l.Cells[i]))], Lines(plan)), stop);

    /// <summary>Reads whatever is sent; a file that is none gives a fault without a row.</summary>
    public static PlanSheetReading Read(Stream content, string fileName) => SentWorkbook.Read(
        content, fileName, sheet => new Reader(sheet).Read(), message => new PlanSheetReading(null, [new(0, "", message)]), () => new(null, [new(0, Row, "")]));

    private static IEnumerable<Line> Lines(PlanOutline plan)
    {
        yield return new(Plan, plan.Year.ToString(CultureInfo.InvariantCulture), plan.Title) { [10] = plan.Document };
        foreach (var item in plan.Items)
        {
            yield return new(Item, item.Number, item.Title) { [3] = string.Join('、', item.Units), [4] = Day(item.Due) };
            foreach (var measure in item.Measures)
            {
                yield return new(Measure, null, measure.Title)
                {
                    [4] = Day(measure.Due),
                    [5] = measure.Code,
                    [6] = Kinds.First(k => k.Value == measure.Kind).Key,
                    [7] = measure.Unit,
                    [8] = Figure(measure.Target, measure.IsShare),
                    [9] = Figure(measure.Floor, share: true),
                    [10] = measure.Basis,
                };
                foreach (var step in measure.Steps) yield return new(Step, null, step.Title) { [4] = Day(step.Due), [11] = step.Start };
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Figure(long? figure, bool share) =>
        figure is not { } f ? null : share ? (f / 100m).ToString("0.##", CultureInfo.InvariantCulture) : f.ToString(CultureInfo.InvariantCulture);

    private sealed record Line
    {
        public Line(string row, string? number, string title) => (Cells[0], Cells[1], Cells[2]) = (row, number, title);

        public string?[] Cells { get; } = new string?[Headings.Length];

        public string? this[int column]
        {
            init => Cells[column] = value;
        }
    }

    /// <summary>One sheet: the header among its first rows, then row by row.</summary>
    private sealed class Reader(Sheet sheet)
    {
        private readonly Dictionary<string, int> columns = [];
        private readonly List<SheetFault> faults = [];
        private readonly List<OutlineItem> items = [];
        private SheetRow row = null!;
        private (int Year, string Title, string Document)? plan;

        /// <returns>Null for a sheet without the header.</returns>
        public PlanSheetReading? Read()
        {
            foreach (var next in sheet.Rows())
            {
                row = next;
                if (columns.Count > 0) Take();
                else if (next.Number > SentWorkbook.HeaderWithin) return null;
                else FindHeader();
            }
            if (columns.Count == 0) return null;
            if (plan is null) faults.Add(new(0, Row, Plan));
            return new(faults.Count > 0 ? null : new(plan!.Value.Year, plan.Value.Title, plan.Value.Document, items), faults);
        }

        private void FindHeader()
        {
            var found = Enumerable.Range(0, row.Count).Select(c => (Text: row[c].Text.Trim(), Column: c)).Where(c => Headings.Contains(c.Text)).ToList();
            if (!found.Exists(c => c.Text == Row) || !found.Exists(c => c.Text == Title)) return;
            foreach (var (text, column) in found) columns.TryAdd(text, column);
        }

        private void Take()
        {
            switch (Text(Row))
            {
                case Plan when int.TryParse(Text(Number), NumberStyles.None, CultureInfo.InvariantCulture, out var year):
                    plan = (year, Text(Title), Text(Basis));
                    break;
                case Plan: Wrong(Number); break;
                case Item:
                    items.Add(new(Text(Number), Text(Title), Text(Units).Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), DayOf(Due), []));
                    break;
                case Measure when items.Count > 0: TakeMeasure(); break;
                case Step when items.Count > 0 && items[^1].Measures.Count > 0: TakeStep(); break;
                default: Wrong(Row); break;
            }
        }

        private void TakeMeasure()
        {
            if (!Kinds.TryGetValue(Text(Kind), out var kind))
            {
                Wrong(Kind);
                return;
            }
            var measure = new OutlineMeasure(Text(Code), kind, Text(Title), Text(Unit), null, null, Text(Basis) is { Length: > 0 } basis ? basis : null, DayOf(Due), []);
            measure = measure with { Target = FigureOf(Target, measure.IsShare), Floor = FigureOf(Floor, share: true) };
            items[^1] = items[^1] with { Measures = [.. items[^1].Measures, measure] };
        }

        private void TakeStep()
        {
            var (item, measure) = (items[^1], items[^1].Measures[^1]);
            var step = new OutlineStep(Text(Title), Text(Start) is { Length: > 0 } start ? start : null, DayOf(Due));
            items[^1] = item with { Measures = [.. item.Measures.SkipLast(1), measure with { Steps = [.. measure.Steps, step] }] };
        }

        private string Text(string heading) => columns.TryGetValue(heading, out var column) ? row[column].Text.Trim() : "";

        private DateOnly? DayOf(string heading)
        {
            if (Text(heading) is not { Length: > 0 } text) return null;
            if (row[columns[heading]].Date is { } day || DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy年M月d日", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return day;
            Wrong(heading);
            return null;
        }

        private long? FigureOf(string heading, bool share)
        {
            if (Text(heading).Replace(",", "", StringComparison.Ordinal).TrimEnd('%') is not { Length: > 0 } text) return null;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) && figure < 1_000_000_000_000m
                && (share ? figure * 100 : figure) is var whole && whole == decimal.Truncate(whole)) return (long)whole;
            Wrong(heading);
            return null;
        }

        private void Wrong(string heading) => faults.Add(new(row.Number, heading, Text(heading)));
    }
}
