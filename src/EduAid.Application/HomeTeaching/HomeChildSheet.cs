using EduAid.Application.Ledgers;
using EduAid.Domain.HomeTeaching;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.HomeTeaching;

/// <summary>A child's stay with home teaching as a row of the workbook.</summary>
/// <param name="Number">登记号; null for a child who is not on the register yet.</param>
/// <param name="School">Its name, as the register of schools has it.</param>
/// <param name="CitizenId">Asked for where there is no number; never written out.</param>
/// <param name="Kind">As the latest fact has it, as are <paramref name="Level"/> and <paramref name="Plan"/>.</param>
/// <param name="Teachers">User names of those who go on having the child; blank says nothing of teachers.</param>
/// <param name="Until">The last day; null while it goes on.</param>
/// <param name="Changed">From when on holds what the row says otherwise than the register; never written out.</param>
public sealed record HomeChildRow(
    int? Number, string School, string Name, string? CitizenId, DateOnly From, DisabilityKind Kind, DisabilityLevel Level, string Plan, string Teachers, DateOnly? Until, string Reason, DateOnly? Changed)
{
    /// <summary>What user names may be parted by.</summary>
    private static readonly char[] Between = ['、', ',', '\uFF0C', ';', '\uFF1B', ' '];

    public IReadOnlyList<string> Accounts =>
        [.. Teachers.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>送教上门登记 as a workbook: one row a stay, as it stands today; what is written reads back equal.</summary>
public static class HomeChildSheet
{
    public const string Number = "登记号", School = "学校", Name = "儿童姓名", Id = "身份证号", From = "登记日期", Kind = "残疾类别", Level = "残疾等级", Plan = "送教计划", Teachers = "教师账号",
        Until = "结束日期", Reason = "结束原因", Changed = "变更日期";

    private static readonly string[] Headings = [Number, School, Name, Id, From, Kind, Level, Plan, Teachers, Until, Reason, Changed];
    private static readonly string[] Needed = [School, Name, From, Kind, Level, Plan];

    private static readonly Dictionary<string, DisabilityKind> Kinds = Enum.GetValues<DisabilityKind>().ToDictionary(Words.Words.Chinese.DisabilityKind, StringComparer.Ordinal);
    private static readonly Dictionary<string, DisabilityLevel> Levels = Enum.GetValues<DisabilityLevel>().ToDictionary(Words.Words.Chinese.DisabilityLevel, StringComparer.Ordinal);

    private static readonly Column<HomeChildRow>[] Columns =
    [
        Column.Whole<HomeChildRow>(Number, 9, r => r.Number),
        Column.Text<HomeChildRow>(School, 26, r => r.School),
        Column.Text<HomeChildRow>(Name, 12, r => r.Name),
        Column.Code<HomeChildRow>(Id, 22, r => r.CitizenId),
        Column.Date<HomeChildRow>(From, 16, r => r.From),
        Column.Text<HomeChildRow>(Kind, 14, r => Words.Words.Chinese.DisabilityKind(r.Kind)),
        Column.Text<HomeChildRow>(Level, 12, r => Words.Words.Chinese.DisabilityLevel(r.Level)),
        Column.Text<HomeChildRow>(Plan, 40, r => r.Plan),
        Column.Text<HomeChildRow>(Teachers, 24, r => r.Teachers),
        Column.Date<HomeChildRow>(Until, 16, r => r.Until),
        Column.Text<HomeChildRow>(Reason, 24, r => r.Reason),
        Column.Date<HomeChildRow>(Changed, 16, r => r.Changed),
    ];

    /// <summary>The columns that a workbook must have, as they are written.</summary>
    public static string NeededColumns { get; } = string.Join('、', Needed);

    public static void Write(IEnumerable<HomeChildRow> rows, string title, Stream output, CancellationToken stop) =>
        TableWorkbook.Write(output, new TableSheet<HomeChildRow>("送教登记", title, Columns, rows), stop);

    /// <returns>Rows with their numbers in the sheet, and what could not be read.</returns>
    public static LedgerReading<(int Row, HomeChildRow Child)> Read(Stream content, string fileName, DateOnly today) =>
        LedgerSheet.Read(content, fileName, Headings, Needed, row =>
        {
            var read = new HomeChildRow(
                row.Optional(Number, 10).Length > 0 ? row.Whole(Number) : null, row.Text(School, 100), row.Text(Name, 100), row.OptionalId(Id, today)?.Reveal(), row.Day(From),
                row.OneOf(Kind, Kinds) ?? default, row.OneOf(Level, Levels) ?? default, row.Text(Plan, HomeTaughtChild.LongestText), row.Optional(Teachers, 500),
                row.OptionalDay(Until), row.Optional(Reason, HomeTaughtChild.LongestText), row.OptionalDay(Changed));
            // A child without a number is found by the ID alone.
            if (read.Number is null && read.CitizenId is null && !row.Findings.Exists(f => f.Heading is Number or Id)) row.Wrong(Id, SheetProblem.Blank, "");
            if (read.Until < read.From) row.Wrong(Until, SheetProblem.NotADay, row.Optional(Until, 40));
            if (read.Until is null && read.Reason.Length > 0 && row.Findings.Count == 0) row.Wrong(Until, SheetProblem.Blank, "");
            return (row.Number, read);
        });
}
