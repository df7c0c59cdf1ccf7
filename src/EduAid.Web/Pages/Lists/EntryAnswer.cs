using System.Text.Json;
using EduAid.Application.Entry;
using EduAid.Application.Words;
using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Web.Pages.Lists;

/// <summary>What the grid is told; it shows these words as they are.</summary>
public static class EntryAnswer
{
    public static object Of(OpenedDraft draft, Words words) => new { lines = Lines(draft.Lines), check = Check(draft.Check, draft.Columns, words) };

    public static object Of(DraftSaving saved, Words words) => new
    {
        lines = Lines(saved.Lines),
        conflicts = Lines(saved.Conflicts),
        kept = saved.Kept.Select(k => new { line = k.Line, field = k.Field.ToString(), seal = k.Seal }),
        filled = saved.Filled,
        check = Check(saved.Check, saved.Columns, words),
    };

    public static object Of(PastedReading read) => new
    {
        header = read.HasHeader,
        columns = read.Columns.Select(c => new { index = c.Index, heading = c.Heading, field = c.Field?.ToString(), asked = c.Asked, sample = c.Sample }),
        rows = read.Rows,
        passedOver = read.PassedOver,
    };

    private static IEnumerable<object> Lines(IReadOnlyList<DraftLine> lines) => lines.Select(l => new { line = l.Line, version = l.Version, cells = l.Cells });

    // A good row says nothing but that it is one.
    private static object Check(DraftCheck check, IReadOnlyList<Field> columns, Words words) => new
    {
        rows = check.Lines.Count,
        good = check.Acceptable,
        bad = check.Faulty,
        warn = check.Lines.Count(l => l.Verdict == LineVerdict.Warned),
        lines = check.Lines.Where(l => l.Verdict != LineVerdict.Good).Select(l => new
        {
            line = l.Line,
            verdict = l.Verdict.ToString(),
            elsewhere = l.Elsewhere,
            faults = l.Problems.Select(p => new
            {
                column = p.Field is { } field ? Math.Max(0, columns.ToList().IndexOf(EntryColumns.Plain(field))) : 0,
                bad = p.Problem.Severity == Severity.Error,
                text = words.Problem(p.Problem),
            }),
        }),
    };
}

/// <summary>What the grid sends. It comes as JSON beside the form's token.</summary>
public static class EntryRequest
{
    /// <summary>Null where the body is not what it should be.</summary>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken stop)
        where T : class
    {
        if (!request.HasJsonContentType()) return null;
        try
        {
            return await request.ReadFromJsonAsync<T>(stop);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public sealed record EntrySave(IReadOnlyList<EntryEdit>? Edits);

/// <param name="Cells">New texts by field.</param>
/// <param name="Restored">Seals by field (<see cref="KeptCell"/>).</param>
public sealed record EntryEdit(int Line, long Version, IReadOnlyDictionary<string, string>? Cells, IReadOnlyDictionary<string, string>? Restored)
{
    public RowEdit Typed() => new(Line, Version, Fields(Cells), Fields(Restored));

    private static Dictionary<Field, string> Fields(IReadOnlyDictionary<string, string>? named) =>
        (named ?? new Dictionary<string, string>()).Where(n => n.Value is not null && Enum.TryParse<Field>(n.Key, out _)).ToDictionary(n => Enum.Parse<Field>(n.Key), n => n.Value);
}

public sealed record EntryBlock(IReadOnlyList<IReadOnlyList<string>>? Rows);

public sealed record EntryMeanings(IReadOnlyDictionary<string, string>? Meanings);

public sealed record EntryCell(int Line, string? Field);
