using System.Globalization;
using EduAid.Domain.Values;

namespace EduAid.Domain.Policies;

/// <summary>Every parameter as it is in force in one semester. What a rule may not find here it may not guess.</summary>
public sealed class Policy
{
    private readonly Dictionary<string, ParameterValue> _values;

    private Policy(Semester semester, Dictionary<string, ParameterValue> values)
    {
        Semester = semester;
        _values = values;
        ReferenceDate = ReadReferenceDate();
    }

    public Semester Semester { get; }

    /// <summary>The day on which a school's register must hold the pupil.</summary>
    public DateOnly ReferenceDate { get; }

    /// <summary>Takes of each parameter the newest value that is in force in the semester.</summary>
    public static Policy In(Semester semester, IEnumerable<ParameterValue> catalogue)
    {
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var value in catalogue.Where(v => v.From <= semester).OrderBy(v => v.From)) values[value.Parameter] = value;
        return new Policy(semester, values);
    }

    public ParameterValue? Find(string parameter) => _values.GetValueOrDefault(parameter);

    /// <summary>A parameter that the shipped catalogue always has; its absence is a broken installation.</summary>
    public ParameterValue Require(string parameter) =>
        Find(parameter) ?? throw new InvalidOperationException($"The policy catalogue lacks {parameter} for {Semester}.");

    public IReadOnlyCollection<ParameterValue> All => _values.Values;

    private DateOnly ReadReferenceDate()
    {
        var monthDay = Require(Semester.IsAutumn ? "reference-date.autumn" : "reference-date.spring").Value;
        return DateOnly.ParseExact($"{Semester.Year}-{monthDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
