using EduAid.Domain.Policies;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Policies;

/// <summary>The catalogue as it is shipped, read from the same files as the product reads.</summary>
internal static class ShippedCatalogue
{
    public static IReadOnlyList<ParameterValue> Values { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "policies"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(f => PolicyCatalogue.Read(File.ReadAllText(f)))];

    public static Policy In(string semester) => Policy.In(SemesterOf(semester), Values);

    public static Policy With(string semester, params ParameterValue[] added) => Policy.In(SemesterOf(semester), [.. Values, .. added]);

    public static ParameterValue Value(string parameter, string from, string value, Unit unit) =>
        new(parameter, SemesterOf(from), value, unit, "县教〔2020〕9号", "一", new DateOnly(2020, 3, 28));

    public static Semester SemesterOf(string text) =>
        Semester.TryParse(text, out var semester) ? semester : throw new ArgumentException(text);
}
