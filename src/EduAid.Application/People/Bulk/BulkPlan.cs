using System.Text;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Changes;
using EduAid.Domain.Values;

namespace EduAid.Application.People.Bulk;

/// <summary>A row with the pupil whom it means.</summary>
/// <param name="Id">Masked.</param>
/// <param name="OnSignedRoster">The pupil stands on a roster of the semester that somebody has signed.</param>
public sealed record BulkRow(int Row, string Name, string Id, PersonId? Person, SchoolId? School, bool OnSignedRoster, BulkLine Line)
{
    internal StandingDetails? Now { get; init; }
}

/// <summary>What a workbook of changes would do, row by row; nothing is written.</summary>
/// <param name="Basis">Of what was shown: applying asks for the same again.</param>
public sealed record BulkPlan(Semester Semester, IReadOnlyList<BulkRow> Rows, string Basis)
{
    public int Count(BulkOutcome outcome) => Rows.Count(r => r.Line.Outcome == outcome);

    /// <summary>Rows that would be written.</summary>
    public IEnumerable<BulkRow> Clean => Rows.Where(r => r.Line.Outcome is BulkOutcome.Changes or BulkOutcome.Review);

    /// <summary>Every row can be applied or says what holds already.</summary>
    public bool IsClean => Rows.All(r => r.Line.Outcome is not (BulkOutcome.Unknown or BulkOutcome.Refused));

    internal static string BasisOf(FieldCipher cipher, string county, IEnumerable<BulkRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append(null, $"{row.Row}|{row.Person?.Value:N}|{row.Line.Outcome}|{row.Line.Payee?.Relation}");
            foreach (var change in row.Line.Changes) text.Append(null, $"|{(int)change.Field}:{change.Before}>{change.After}");
            text.Append('\n');
        }
        return Convert.ToHexString(cipher.Hash("bulk-changes", county, text.ToString()));
    }
}
