using EduAid.Application.Audit;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Intake;

internal static class ImportRecord
{
    public static Import Of(
        ImportReport report, string county, ListKind kind, Semester semester, SchoolId? school, Actor actor, DateTimeOffset at, Guid? storedFile) => new()
        {
            County = county,
            Number = report.Number!.Value,
            Kind = kind,
            File = report.File.Length > 200 ? report.File[^200..] : report.File,
            Semester = semester,
            School = school,
            By = actor.Name,
            At = at,
            Rows = report.Rows,
            Accepted = report.Accepted,
            Rejected = report.Rejected,
            Written = report.Written,
            Removed = report.Removed,
            StoredFile = storedFile,
        };

    /// <summary>What the audit trail keeps of an import: counts and codes, no cell's content.</summary>
    public static object Details(ImportReport report) => new
    {
        report.File,
        report.Rows,
        report.Accepted,
        report.Rejected,
        report.Duplicates,
        report.Unchanged,
        report.Written,
        report.Removed,
        Codes = report.Problems.Where(p => p.Severity == Severity.Error).GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.Count()),
    };
}
