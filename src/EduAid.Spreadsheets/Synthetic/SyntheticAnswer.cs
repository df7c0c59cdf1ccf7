using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>
/// What must come out of a semester's files, worked out from the invented truth and never by the product's rules.
/// Every list is taken in with its good rows only (<c>--partial</c>).
/// </summary>
public sealed record SyntheticAnswer
{
    public required string Semester { get; init; }

    /// <summary>The semester for which <c>admissions.xlsx</c> is imported and <c>university-travel</c> is paid.</summary>
    public required string AdmissionSemester { get; init; }

    /// <summary>Fen by programme code and citizen ID; every programme stands in it, if empty.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Pay { get; init; }

    /// <summary>Findings that hold an amount of the semester: code and citizen ID, sorted.</summary>
    public required IReadOnlyList<(string Code, string CitizenId)> Review { get; init; }

    /// <summary>The same of the admission semester.</summary>
    public required IReadOnlyList<(string Code, string CitizenId)> AdmissionReview { get; init; }

    /// <summary>Every error of every refused row: base file name, code, 1-based row; one entry an error.</summary>
    public required IReadOnlyList<(string File, string Code, int Row)> Reject { get; init; }

    /// <summary>Citizen IDs of the missed children of compulsory age, sorted.</summary>
    public required IReadOnlyList<string> Missed { get; init; }

    /// <summary>The answer in the form of an <c>expected.json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            semester = Semester,
            pay = Pay,
            review = Review.Select(finding => new[] { finding.Code, finding.CitizenId }),
            reviewAdmissions = AdmissionReview.Select(finding => new[] { finding.Code, finding.CitizenId }),
            reject = Reject.Select(refusal => new object[] { refusal.File, refusal.Code, refusal.Row }),
            missed = Missed,
        },
        Json);

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
