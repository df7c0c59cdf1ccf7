namespace EduAid.Spreadsheets.Reading;

/// <summary>Where whatever a library throws at bad bytes becomes a <see cref="FileProblem"/>.</summary>
internal static class Boundary
{
    public static FileProblem ProblemOf(Exception thrown) =>
        thrown is UnreadableFileException known ? known.Problem : Refusal.Damaged;

    /// <summary>True for what bad bytes can cause: not for a lack of memory or a cancelled request.</summary>
    public static bool IsOfTheFile(Exception thrown) => thrown is not (OutOfMemoryException or OperationCanceledException);

    /// <summary>The rows that hold any value.</summary>
    public static IEnumerable<SheetRow> Guard(Func<IEnumerable<SheetRow>> open)
    {
        using var rows = Try(() => open().GetEnumerator());
        while (Try(rows.MoveNext))
        {
            if (rows.Current.Count > 0)
                yield return rows.Current;
        }
    }

    private static T Try<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception thrown) when (IsOfTheFile(thrown) && thrown is not UnreadableFileException)
        {
            throw new UnreadableFileException(ProblemOf(thrown), thrown);
        }
    }
}
