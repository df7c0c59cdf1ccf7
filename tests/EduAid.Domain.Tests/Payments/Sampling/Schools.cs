using EduAid.Domain.Payments.Sampling;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Payments.Sampling;

/// <summary>Invented schools and entries under keys that are the same in every run.</summary>
internal static class Schools
{
    public static SchoolId School(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public static Guid Entry(int number) => new(number, 1, 0, new byte[8]);

    public static Dictionary<SchoolId, int> Of(params IReadOnlyList<int> entries) =>
        Enumerable.Range(0, entries.Count).ToDictionary(i => School(i + 1), i => entries[i]);

    public static IReadOnlyList<int> In(this IReadOnlyDictionary<SchoolId, int> given, int schools) =>
        [.. Enumerable.Range(1, schools).Select(i => given.GetValueOrDefault(School(i)))];

    public static IReadOnlyList<Candidate> Candidates(params IReadOnlyList<int> entries) =>
        [.. entries.SelectMany((count, school) => Enumerable.Range(0, count).Select(i => new Candidate(Entry((school * 10_000) + i), School(school + 1))))];
}
