namespace EduAid.Application.Jobs;

/// <summary>
/// From which size on work becomes a job, so that what is smaller answers at once, and how jobs are run. Configuration section <c>Jobs</c>. The sizes are
/// what takes about a second on two cores (docs/performance.md).
/// </summary>
/// <param name="PreviewBytes">Bytes of an upload that are read at once.</param>
/// <param name="AcceptRows">Rows of an upload that are taken in at once.</param>
/// <param name="ListRows">Rows of a semester's lists that the rules go through at once.</param>
/// <param name="Entries">Entries that are written into a workbook or an archive at once.</param>
/// <param name="AtOnce">Jobs that one node runs beside each other.</param>
/// <param name="LookSeconds">A node looks so often for jobs that others have left; its own it knows of at once.</param>
/// <param name="HeldSeconds">A node that has not been heard of for so long has lost its job.</param>
/// <param name="BeatSeconds">So often a node says that it is still at it, and how far.</param>
/// <param name="Attempts">A job that has taken so many nodes down with it is not begun again.</param>
/// <param name="WaitMilliseconds">So long a request waits for its job before it shows how far it is.</param>
/// <param name="KeptDays">Whole days for which an ended job, and the file that it made, are kept.</param>
public sealed record JobLimits(
    long PreviewBytes = 1024 * 1024, int AcceptRows = 3_000, int ListRows = 20_000, int Entries = 3_000, int AtOnce = 2, int LookSeconds = 5,
    int HeldSeconds = 60, int BeatSeconds = 3, int Attempts = 3, int WaitMilliseconds = 900, int KeptDays = 7)
{
    public static JobLimits Default { get; } = new();

    internal TimeSpan Held => TimeSpan.FromSeconds(HeldSeconds);

    internal TimeSpan Beat => TimeSpan.FromSeconds(BeatSeconds);
}
