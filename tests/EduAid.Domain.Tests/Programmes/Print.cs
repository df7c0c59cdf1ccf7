using EduAid.Domain.Programmes;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>A result with all its reasons as text, so that two can be compared.</summary>
internal static class Print
{
    public static string Of(ProgrammeResult result) =>
        $"{result.Programme.Code} {result.SchoolCode} {Outcome.Of(result.Judgement)} {string.Join(" | ", result.Judgement.Reasons)}";

    public static string Of(SemesterJudgement judged) => string.Join('\n',
        [.. judged.Results.Select(Of), .. judged.Findings.Select(f =>
            $"{f.Code} {string.Join(',', f.Schools)} {string.Join(',', f.Programmes)} {f.Detail}")]);
}
