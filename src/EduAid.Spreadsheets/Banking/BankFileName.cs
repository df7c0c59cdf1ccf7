using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EduAid.Spreadsheets.Banking;

/// <summary>The file's name from the format's pattern: {batch}, {document}, {date}, {programme}, {programme-code}, {semester}, {county}, {count}.</summary>
internal static partial class BankFileName
{
    private const int Longest = 120;
    private const string Unsafe = "\\/:*?\"<>|";

    private static readonly string[] Places = ["batch", "document", "date", "programme", "programme-code", "semester", "county", "count"];

    public static IEnumerable<string> Problems(string pattern)
    {
        var named = Place().Matches(pattern).Select(m => m.Groups[1].Value).ToList();
        foreach (var unknown in named.Except(Places)) yield return $"fileName 中的 {{{unknown}}} 无法识别，可用的有 {string.Join('、', Places)}。";
        // Without it a second batch's file would come under the name of the first.
        if (!named.Contains("batch")) yield return "fileName 要有批次号 {batch}。";
        var rest = Place().Replace(pattern, "");
        if (rest.Any(c => char.IsControl(c) || Unsafe.Contains(c, StringComparison.Ordinal)) || rest.Contains('{') || rest.Contains('}'))
            yield return "fileName 中有不能用于文件名的字符。";
        if (!Ending().IsMatch(pattern)) yield return "fileName 要以扩展名结尾，如 .txt。";
    }

    public static string Of(BankFormat format, BankFileHead head, int count)
    {
        var name = Place().Replace(format.FileName, place => Safe(place.Groups[1].Value switch
        {
            "batch" => head.Batch,
            "document" => head.Document,
            "date" => head.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            "programme" => head.Programme,
            "programme-code" => head.ProgrammeCode,
            "semester" => head.Semester.ToChinese(),
            "county" => head.County,
            "count" => count.ToString(CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException("The pattern was checked when the format was read."),
        }));
        var ending = Path.GetExtension(name);
        return name.Length <= Longest ? name : name[..(Longest - ending.Length)] + ending;
    }

    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text) safe.Append(char.IsControl(c) || Unsafe.Contains(c, StringComparison.Ordinal) ? '_' : c);
        return safe.ToString().Trim(' ', '.');
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,5}$")]
    private static partial Regex Ending();
}
