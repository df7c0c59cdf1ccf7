namespace EduAid.Application.Jobs;

/// <summary>Adds up the rows that readers have read.</summary>
/// <param name="total">Rows of all files; 0 where that is not known before.</param>
internal sealed class RowsRead(IProgress<JobStep> progress, long total) : IProgress<int>
{
    private long _rows;

    public static RowsRead? For(IProgress<JobStep>? progress, long total = 0)
    {
        if (progress is null) return null;
        progress.Report(new(JobPhase.Reading, 0, total));
        return new(progress, total);
    }

    public void Report(int value)
    {
        _rows += value;
        progress.Report(new(JobPhase.Reading, total > 0 ? Math.Min(_rows, total) : _rows, total));
    }
}
