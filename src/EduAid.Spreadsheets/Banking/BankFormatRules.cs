using System.Text.RegularExpressions;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Banking;

/// <summary>What makes a format usable, and the sentences that say why one is not.</summary>
internal static partial class BankFormatRules
{
    public static readonly Dictionary<string, char> Delimiters = new() { ["|"] = '|', [","] = ',', [";"] = ';', ["tab"] = '\t' };

    private const int WidestField = 500;

    private static readonly string[] Encodings = ["GB18030", "UTF-8", "UTF-8-BOM"];

    public static IEnumerable<string> Problems(FormatEntry entry) =>
    [
        .. Names(entry), .. TextRules(entry),
        .. Needed(entry.Columns, "明细列", BankValue.Sequence, BankValue.Payee, BankValue.Account),
        .. entry.Columns.SelectMany((field, i) => Field(entry, field, $"明细第 {i + 1} 列", v => !v.IsOfResult())),
        .. entry.Headings && entry.Columns.Any(c => string.IsNullOrWhiteSpace(c.Heading)) ? ["要求有表头（headings），但有的明细列没有写 heading。"] : Array.Empty<string>(),
        .. Lines(entry, entry.Header, "首行"), .. Lines(entry, entry.Trailer, "尾行"),
        .. entry.Result is { } result ? Result(entry, result) : [],
    ];

    private static IEnumerable<string> Names(FormatEntry entry)
    {
        if (!Code().IsMatch(entry.Format)) yield return "format 应为 2 至 40 个小写字母、数字或连字符。";
        if (string.IsNullOrWhiteSpace(entry.Name)) yield return "name 不能空白。";
        foreach (var problem in BankFileName.Problems(entry.FileName)) yield return problem;
        if (entry.Layout == BankLayout.Workbook && !entry.FileName.EndsWith(".xlsx", StringComparison.Ordinal)) yield return "工作簿的 fileName 应以 .xlsx 结尾。";
        if (entry.Layout != BankLayout.Workbook && entry.FileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) yield return "文本文件的 fileName 不能以 .xlsx 结尾。";
    }

    private static IEnumerable<string> TextRules(FormatEntry entry)
    {
        if (entry.Layout == BankLayout.Workbook)
        {
            if (string.IsNullOrWhiteSpace(entry.Sheet)) yield return "工作簿要写工作表名（sheet）。";
            if (!entry.Headings) yield return "工作簿要有表头（headings）。";
            if (entry.Encoding is not null || entry.LineEnding is not null || entry.Delimiter is not null) yield return "工作簿不写 encoding、lineEnding 和 delimiter。";
            yield break;
        }
        if (entry.Encoding is null || !Encodings.Contains(entry.Encoding)) yield return $"encoding 应为 {string.Join('、', Encodings)} 之一。";
        if (entry.LineEnding is not ("CRLF" or "LF")) yield return "lineEnding 应为 CRLF 或 LF。";
        if (entry.Sheet is not null || entry.Title is not null) yield return "文本文件不写 sheet 和 title。";
        if (entry.Layout == BankLayout.Delimited && (entry.Delimiter is null || !Delimiters.ContainsKey(entry.Delimiter))) yield return "delimiter 应为 |、,、; 或 tab。";
        if (entry.Layout == BankLayout.Fixed && entry.Delimiter is not null) yield return "定长文件不写 delimiter。";
        if (entry.Layout == BankLayout.Fixed && entry.Headings) yield return "定长文件不能有表头（headings）。";
    }

    private static IEnumerable<string> Needed(IReadOnlyList<FieldEntry> columns, string where, params BankValue[] needed)
    {
        foreach (var value in needed)
            if (columns.All(c => c.Value != value)) yield return $"{where}缺少 {Name(value)}。";
        if (columns.Count(c => c.Value is { } value && value.IsAmount()) != 1) yield return $"{where}应有且只有一个金额（amount-yuan 或 amount-fen）。";
        foreach (var twice in columns.Where(c => c.Value is not null).GroupBy(c => c.Value).Where(g => g.Count() > 1))
            yield return $"{where}中 {Name(twice.Key!.Value)} 出现了多次。";
    }

    private static IEnumerable<string> Lines(FormatEntry entry, IReadOnlyList<IReadOnlyList<FieldEntry>>? lines, string what) =>
        (lines ?? []).SelectMany((line, n) => line.Count == 0 ? [$"{what}第 {n + 1} 行是空的。"]
            : line.SelectMany((field, i) => Field(entry, field, $"{what}第 {n + 1} 行第 {i + 1} 项", IsOfBatch)));

    private static IEnumerable<string> Field(FormatEntry entry, FieldEntry field, string where, Func<BankValue, bool> allowed)
    {
        if (field.Value is null == field.Text is null) yield return $"{where}应在 value 和 text 中只写一个。";
        if (field.Value is { } value && !allowed(value)) yield return $"{where}不能是 {Name(value)}。";
        if (Breaks(entry, field.Text)) yield return $"{where}的 text 不能有分隔符或控制字符。";
        if (Breaks(entry, field.Heading)) yield return $"{where}的 heading 不能有分隔符或控制字符。";
        if (field.Width is < 1 or > WidestField) yield return $"{where}的 width 应为 1 至 {WidestField}。";
        if (entry.Layout == BankLayout.Fixed && field.Width is null) yield return $"{where}没有写 width，定长文件每一项都要写。";
        if (entry.Layout != BankLayout.Fixed && (field.Align is not null || field.Pad is not null)) yield return $"{where}的 align 和 pad 只用于定长文件。";
        if (field.Pad is not (null or [>= ' ' and <= '~'])) yield return $"{where}的 pad 应为一个半角字符。";
    }

    private static IEnumerable<string> Result(FormatEntry entry, ResultEntry result)
    {
        if (entry.Layout != BankLayout.Delimited) yield return "result 只用于有分隔符的文本文件；其他回盘文件按表头读取。";
        foreach (var problem in Needed(result.Columns, "回盘明细列", BankValue.Sequence, BankValue.Account, BankValue.Outcome)) yield return problem;
        var fields = result.Columns.SelectMany((f, i) => Field(entry, f, $"回盘明细第 {i + 1} 项", _ => true))
            .Concat((result.Header ?? []).SelectMany((f, i) => Field(entry, f, $"回盘首行第 {i + 1} 项", IsOfBatch)))
            .Concat((result.Trailer ?? []).SelectMany((f, i) => Field(entry, f, $"回盘尾行第 {i + 1} 项", IsOfBatch)));
        foreach (var problem in fields) yield return problem;
        var marks = new[] { result.Header, result.Columns, result.Trailer }.OfType<IReadOnlyList<FieldEntry>>().Select(l => l is [{ Text: { } mark }, ..] ? Text.Fold(mark) : "").ToList();
        if (marks.Any(m => m.Length == 0) || marks.Distinct().Count() < marks.Count) yield return "回盘文件的每种行要以各不相同的标记（text）开头。";
        var signs = result.Outcomes.SelectMany(o => o.Spellings).Select(Text.Fold).ToList();
        if (signs.Any(s => s.Length == 0) || signs.Distinct(StringComparer.OrdinalIgnoreCase).Count() < signs.Count) yield return "outcomes 中的写法不能空白，也不能重复。";
    }

    private static bool Breaks(FormatEntry entry, string? text) => text is not null
        && (text.Any(char.IsControl) || (Delimiters.GetValueOrDefault(entry.Delimiter ?? "") is var delimiter and not default(char) && text.Contains(delimiter, StringComparison.Ordinal)));

    private static bool IsOfBatch(BankValue value) => !value.IsOfLine() && !value.IsOfResult();

    private static string Name(BankValue value) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex Code();
}
