using EduAid.Application.Archives;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Jobs.Kinds;

/// <summary>Of <see cref="JobKind.Close"/>.</summary>
public sealed record CloseArguments(Semester Semester, string Programme);

public sealed record CloseAnswer(ClosingRefusal? Refusal);

/// <summary>Closes the books of a programme and semester.</summary>
public sealed class CloseWork(CloseProgramme close) : JobWork
{
    public override async Task<JobAnswer> RunAsync(JobRun run, CancellationToken stop)
    {
        var (semester, code) = run.Arguments<CloseArguments>();
        var closed = await close.RunAsync(run.Actor, semester, Programme.Find(code)!, stop, run.Progress);
        return new(new CloseAnswer(closed.Refusal), Refused: closed.Refusal is not null);
    }
}
