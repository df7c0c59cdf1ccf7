using EduAid.Application.Storage;

namespace EduAid.Application.Ledgers;

/// <summary>What an import did, or would do.</summary>
/// <param name="Written">False for a dry run, and where findings kept all of it out.</param>
public sealed record LedgerImport(int Added, int Changed, int Same, IReadOnlyList<SheetFinding> Findings, bool Written)
{
    /// <param name="why">In words.</param>
    public static LedgerImport Refused(string why) => new(0, 0, 0, [new(0, "", SheetProblem.Refused, why)], false);
}

/// <summary>
/// Runs an import to its end and keeps it only if it is meant and nothing was found. A dry run so asks the very same questions as the import:
/// what it says will happen, happens.
/// </summary>
public static class TrialRun
{
    public static async Task<LedgerImport> RunAsync(Work work, bool dryRun, Func<Task<LedgerImport>> import, CancellationToken stop)
    {
        try
        {
            return await work.ChangeAsync(
                async () =>
                {
                    var done = await import();
                    return dryRun || done.Findings.Count > 0 ? throw new TakenBack(done with { Written = false }) : done with { Written = true };
                },
                stop);
        }
        catch (TakenBack back)
        {
            return back.Outcome;
        }
    }

    // Rolls the transaction back; no fault, and seen by nobody.
    private sealed class TakenBack(LedgerImport outcome) : Exception
    {
        public LedgerImport Outcome { get; } = outcome;
    }
}
