namespace EduAid.Application.Jobs;

/// <summary>How far long work has come.</summary>
/// <param name="Done">Rows or people; papers where a package is put together.</param>
/// <param name="Total">Of how many; 0 where that is not known before the end.</param>
public readonly record struct JobStep(JobPhase Phase, long Done, long Total);

/// <summary>What long work is doing at the moment.</summary>
public enum JobPhase
{
    /// <summary>Rows of files, or of lists.</summary>
    Reading = 1,

    /// <summary>The rules are asked, person by person.</summary>
    Judging,

    /// <summary>Rows go into the database or into a workbook.</summary>
    Writing,

    /// <summary>Papers go into a sealed package.</summary>
    Packing,

    /// <summary>What has been drafted is looked through by the checks.</summary>
    Checking,
}
