using EduAid.Application.Intake;
using EduAid.Spreadsheets.Intake;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Lists;

/// <summary>The rows of a preview that are shown. Without a choice those with problems, or all where there is none.</summary>
public sealed record PreviewList(Paging Paging, int Problems, int Errors, int Warnings, int All, IReadOnlyList<PreviewRow> Rows)
{
    /// <summary>The query parameter and its values.</summary>
    public const string ShowKey = "show", ShowErrors = "errors", ShowWarnings = "warnings", ShowAll = "all";

    public const int MostFound = 200;

    public static PreviewList Of(UploadPreview preview, IQueryCollection query, string? name)
    {
        var errors = preview.Count(RowOutcome.Rejected);
        var warnings = preview.Rows.Count(r => r.HasWarning);
        var show = query.Text(ShowKey);
        if (name is not null) return Found(preview, name, errors, warnings);
        var rows = show switch
        {
            ShowErrors => preview.Rows.Where(r => r.Outcome == RowOutcome.Rejected),
            ShowWarnings => preview.Rows.Where(r => r.HasWarning),
            ShowAll => preview.Rows,
            _ => errors + warnings == 0 ? preview.Rows : preview.Rows.Where(r => r.Problems.Count > 0),
        };
        var shown = rows.ToList();
        var paging = Paging.From(query).Of(shown.Count);
        return new(paging, errors + warnings, errors, warnings, preview.Rows.Count, [.. shown.Skip(paging.Skip).Take(paging.Size)]);
    }

    private static PreviewList Found(UploadPreview preview, string name, int errors, int warnings)
    {
        var wanted = Domain.Values.Text.Fold(name);
        var rows = preview.Rows.Where(r => Domain.Values.Text.Fold(r.Name).Contains(wanted, StringComparison.OrdinalIgnoreCase)).Take(MostFound).ToList();
        return new(Paging.From(QueryCollection.Empty).Of(rows.Count), errors + warnings, errors, warnings, preview.Rows.Count, rows);
    }
}
