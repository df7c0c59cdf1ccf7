using EduAid.Domain.Findings;

namespace EduAid.Application.Intake;

/// <summary>What a finding says to the person who must mend it.</summary>
public static class ProblemWords
{
    public static string Of(Problem problem) => problem.Code;
}
