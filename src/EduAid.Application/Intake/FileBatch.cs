using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Intake;

/// <summary>A file as it was sent.</summary>
public sealed record SentFile(string Name, Func<Stream> Open);

public static class FileBatch
{
    public static FileBatch<T> Read<T>(RowReader<T> reader, IReadOnlyList<SentFile> files, IntakeOptions options, CancellationToken stop)
        where T : class
    {
        var lists = new List<ReadList<T>>();
        foreach (var file in files)
        {
            using var stream = file.Open();
            lists.Add(new ListFileReader<T>(reader, options).Read(stream, file.Name, stop));
        }
        return new(lists);
    }
}

/// <summary>The files of one command, read and compared with each other; nothing is written yet.</summary>
public sealed class FileBatch<T>
    where T : class
{
    internal FileBatch(IReadOnlyList<ReadList<T>> files) => (Files, Rows) = (files, DuplicateCheck.Check(files));

    public IReadOnlyList<ReadList<T>> Files { get; }

    /// <summary>By file, in the file's order.</summary>
    public IReadOnlyList<IReadOnlyList<CheckedRow<T>>> Rows { get; }

    /// <summary>Each file is all or nothing: with an error anywhere and without <paramref name="partial"/> nothing of it is taken.</summary>
    public bool IsRefused(int file, bool partial) =>
        Files[file].IsUnreadable || (!partial && Rows[file].Any(r => r.Outcome == RowOutcome.Rejected));

    public IEnumerable<ReadRow<T>> Accepted(int file) => Rows[file].Where(r => r.Outcome == RowOutcome.Accepted).Select(r => r.Row);

    /// <summary>The report of a file before anything is compared with what is stored.</summary>
    public ImportReport Report(int file, bool partial) => new(
        Files[file].File, null, Rows[file].Count, Count(file, RowOutcome.Accepted), Count(file, RowOutcome.Rejected), Count(file, RowOutcome.Duplicate),
        0, 0, 0, [.. Files[file].FileProblems, .. Rows[file].SelectMany(r => r.Problems)], Files[file].PassedOver)
    {
        Refused = IsRefused(file, partial),
    };

    private int Count(int file, RowOutcome outcome) => Rows[file].Count(r => r.Outcome == outcome);
}
