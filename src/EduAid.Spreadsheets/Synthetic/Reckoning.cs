namespace EduAid.Spreadsheets.Synthetic;

/// <summary>
/// Works out who is paid what from the plan. It is a second reading of the county work plan, on purpose apart from
/// the product's programmes: 二(二)1 to 二(二)8 and the decisions marked ◆ beside them.
/// </summary>
internal sealed class Reckoning(CountyPlan county, TermPlan plan)
{
    private const string Conflict = "enrolment.conflict";
    private const string Mismatch = "name.mismatch";
    private const string Missing = "parameter.missing";

    private static readonly string[] Programmes =
    [
        "preschool", "compulsory-living", "senior-high-grant", "senior-high-tuition",
        "vocational-grant", "vocational-tuition", "university-travel",
    ];

    private readonly SortedDictionary<string, SortedDictionary<string, long>> pay =
        new(Programmes.ToDictionary(code => code, _ => new SortedDictionary<string, long>(StringComparer.Ordinal)), StringComparer.Ordinal);

    private readonly HashSet<(string Code, string CitizenId)> review = [];
    private readonly HashSet<(string Code, string CitizenId)> admissionReview = [];

    public SyntheticAnswer Answer(IEnumerable<(string File, string Code, int Row)> reject)
    {
        foreach (var child in plan.Rows.Where(row => row.InSchool).GroupBy(row => row.Pupil))
            Enrolled(child.Key, [.. child]);
        foreach (var admission in plan.Admissions.Where(a => a.Registered))
            Admitted(admission);
        return new SyntheticAnswer
        {
            Semester = plan.Term.ToString(),
            AdmissionSemester = plan.Term.AdmissionSemester,
            Pay = Programmes.ToDictionary(code => code, code => (IReadOnlyDictionary<string, long>)pay[code]),
            Review = Sorted(review),
            AdmissionReview = Sorted(admissionReview),
            Reject = [.. reject.OrderBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Row).ThenBy(r => r.Code, StringComparer.Ordinal)],
            Missed = [.. MissedChildren()],
        };
    }

    private static IReadOnlyList<(string Code, string CitizenId)> Sorted(IEnumerable<(string Code, string CitizenId)> findings) =>
        [.. findings.OrderBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.CitizenId, StringComparer.Ordinal)];

    private void Enrolled(Pupil pupil, List<ListRow> rows)
    {
        if (rows.Select(row => row.School).Distinct().Count() > 1)
        {
            if (rows.Any(row => Grants(row).Any(grant => grant.Fen is not null)))
                review.Add((Conflict, pupil.CitizenId));
            return;
        }

        foreach (var (programme, byRegistration, fen, finding) in Grants(rows[0]))
        {
            if (byRegistration && pupil.Misnamed)
                review.Add((Mismatch, pupil.CitizenId));
            else if (fen is { } amount)
                pay[programme].Add(pupil.CitizenId, amount);
            else
                review.Add((finding!, pupil.CitizenId));
        }
    }

    /// <summary>What a row would get: an amount, or the finding in its place.</summary>
    private IEnumerable<(string Programme, bool ByRegistration, long? Fen, string? Finding)> Grants(ListRow row)
    {
        var registered = row.Pupil.Registered;
        switch (row.Stage)
        {
            case Stage.Preschool when registered && row.School.Sponsor != Sponsor.Private:
                yield return ("preschool", true, 400_00, null);
                break;
            case Stage.Primary when registered:
                yield return ("compulsory-living", true, Living(row, FromSpring(2024) ? 625_00 : 500_00), null);
                break;
            case Stage.Junior when registered:
                yield return ("compulsory-living", true, Living(row, FromSpring(2024) ? 750_00 : 625_00), null);
                break;
            case Stage.SeniorHigh when registered:
                yield return ("senior-high-grant", true, 1500_00, null);
                yield return row.School.Untiered
                    ? ("senior-high-tuition", true, null, Missing)
                    : ("senior-high-tuition", true, Capped(row, Waiver(row.School)), null);
                break;
            case Stage.Vocational:
                if (registered && (row.Grade <= 2 || FromSpring(2025)))
                    yield return ("vocational-grant", true, 1500_00, null);
                // Clause 6 asks for full-time study and a rural or county-town household; poverty is not required.
                if (row.Grade <= 3 && row.FullTime != false && row.Residence != Residence.Urban)
                {
                    var (fen, finding) = Tuition(row);
                    yield return ("vocational-tuition", false, fen, finding);
                }

                break;
        }
    }

    private bool FromSpring(int year) => plan.Term.Year >= year;

    private static long Living(ListRow row, long boarder) => row.Boards!.Value ? boarder : boarder / 2;

    private static long Waiver(School school) =>
        school.Sponsor == Sponsor.Private ? 350_00 : school.Tier == Tier.Province ? 850_00 : 700_00;

    private static (long? Fen, string? Finding) Tuition(ListRow row)
    {
        if (row.FullTime is null)
            return (null, "full-time.unknown");
        if (row.Residence is null)
            return (null, "household.unknown");
        return Registries.FeeOf(row.Specialty) switch
        {
            null => (null, Missing),
            < 600 or > 1500 => (null, "parameter.out-of-range"),
            { } fee => (Capped(row, fee * 100L), null),
        };
    }

    private static long Capped(ListRow row, long fen) =>
        row.School.Tuition is { } charged ? Math.Min(fen, charged * 100L) : fen;

    private void Admitted(Admission admission)
    {
        if (admission.Misnamed)
            admissionReview.Add((Mismatch, admission.CitizenId));
        else
            pay["university-travel"].Add(admission.CitizenId, admission.Province == county.Options.Province ? 500_00 : 1000_00);
    }

    private IEnumerable<string> MissedChildren()
    {
        var listed = plan.Rows.Where(row => row.Accepted).Select(row => row.Pupil.CitizenId).ToHashSet();
        return county.Register
            .Where(person => Age(person.Birth) is >= 6 and <= 14 && !listed.Contains(person.CitizenId))
            .Select(person => person.CitizenId)
            .Order(StringComparer.Ordinal);
    }

    private int Age(DateOnly birth)
    {
        var day = plan.Term.AgeDate;
        return day.Year - birth.Year - ((birth.Month, birth.Day).CompareTo((day.Month, day.Day)) > 0 ? 1 : 0);
    }
}
