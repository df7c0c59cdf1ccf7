using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Intake;

/// <summary>Reads grades as schools write them: 一年级, 初一, 高二, 中专一年级, 大班.</summary>
public static class Grades
{
    private static readonly Dictionary<string, (Stage Stage, int Grade)> Clear = [];
    private static readonly Dictionary<(Stage Stage, string Spelling), int> WithStage = [];

    static Grades()
    {
        using var document = CodeSet.Open("grades");
        foreach (var (stage, grade, spelling) in Entries(document.RootElement.GetProperty("codes")))
        {
            Clear.TryAdd(spelling, (stage, grade));
            WithStage.TryAdd((stage, spelling), grade);
        }
        foreach (var (stage, grade, spelling) in Entries(document.RootElement.GetProperty("withStage")))
            WithStage.TryAdd((stage, spelling), grade);
    }

    /// <summary>
    /// Stage and grade of a folded spelling. A stated stage decides; otherwise what the school teaches does,
    /// where the spelling fits exactly one of its stages. Null where it fits none or more than one.
    /// </summary>
    public static (Stage Stage, int Grade)? Find(string folded, Stage? stated, IReadOnlyList<Stage> taught)
    {
        var spelling = WithoutClass(folded);
        if (stated is { } stage) return WithStage.TryGetValue((stage, spelling), out var grade) ? (stage, grade) : null;
        var fitting = taught.Where(t => WithStage.ContainsKey((t, spelling))).ToList();
        if (Clear.TryGetValue(spelling, out var clear) && taught.Contains(clear.Stage)) return clear;
        if (fitting.Count == 1) return (fitting[0], WithStage[(fitting[0], spelling)]);
        return Clear.TryGetValue(spelling, out var elsewhere) && fitting.Count == 0 ? elsewhere : null;
    }

    /// <summary>Whether any stage has a grade of that folded spelling.</summary>
    public static bool IsKnown(string folded)
    {
        var spelling = WithoutClass(folded);
        return Clear.ContainsKey(spelling) || Enum.GetValues<Stage>().Any(stage => WithStage.ContainsKey((stage, spelling)));
    }

    // Some lists write grade and class into one cell: 三年级2班, 七(3)班, 七年级(3)班.
    private static string WithoutClass(string folded)
    {
        var cut = folded.IndexOf("年级", StringComparison.Ordinal);
        if (cut > 0 && cut + 2 < folded.Length && folded.EndsWith('班')) return folded[..(cut + 2)];
        return folded;
    }

    private static IEnumerable<(Stage Stage, int Grade, string Spelling)> Entries(System.Text.Json.JsonElement entries)
    {
        foreach (var entry in entries.EnumerateArray())
        {
            var stage = StageOf(entry.GetProperty("stage").GetString()!);
            foreach (var spelling in entry.GetProperty("spellings").EnumerateArray())
                yield return (stage, entry.GetProperty("grade").GetInt32(), Text.Fold(spelling.GetString()));
        }
    }

    internal static Stage StageOf(string code) => code switch
    {
        "preschool" => Stage.Preschool,
        "primary" => Stage.Primary,
        "junior" => Stage.Junior,
        "senior-high" => Stage.SeniorHigh,
        _ => Stage.Vocational,
    };
}
