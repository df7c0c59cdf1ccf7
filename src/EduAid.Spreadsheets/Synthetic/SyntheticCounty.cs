namespace EduAid.Spreadsheets.Synthetic;

/// <summary>
/// An invented county: the files that it would send in, and what must come out of them. Names, places and numbers are
/// drawn from a seed; IDs and cards pass their checks and belong to nobody.
/// </summary>
public sealed class SyntheticCounty
{
    private readonly CountyPlan plan;

    private SyntheticCounty(CountyPlan plan) => this.plan = plan;

    /// <summary>The semesters of the county, ascending.</summary>
    public IReadOnlyList<string> Semesters => plan.Options.Semesters;

    /// <summary>Draws up the whole county in memory; the files are made one at a time by <see cref="Files"/>.</summary>
    /// <exception cref="ArgumentException">No schools or pupils, or a semester that is none.</exception>
    public static SyntheticCounty Make(SyntheticCountyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Schools < 1 || options.Schools > 9_999 || options.Pupils < options.Schools || options.Semesters.Count == 0)
            throw new ArgumentException("A county has schools, at least as many pupils, and a semester.", nameof(options));
        return new SyntheticCounty(CountyPlan.Draw(options));
    }

    /// <summary>The files in the order in which they are to be imported, each made when it is asked for.</summary>
    public IEnumerable<SyntheticFile> Files()
    {
        yield return new("schools.xlsx", SyntheticFileKind.Schools, null, XlsxWriter.Write([Registries.SchoolsSheet(plan)]));
        yield return new("specialties.csv", SyntheticFileKind.Specialties, null, Registries.SpecialtiesCsv(plan));
        yield return new("poverty.xlsx", SyntheticFileKind.Poverty, null, XlsxWriter.Write([Registries.PovertySheet(plan)]));
        foreach (var term in plan.Terms)
        {
            var folder = plan.Terms.Count > 1 ? $"{term.Term}/" : "";
            foreach (var list in Lists(term))
                yield return new($"{folder}lists/{list.FileName}", SyntheticFileKind.Enrolments, term.Term.ToString(), ListLayout.Write(list));
            yield return new($"{folder}admissions.xlsx", SyntheticFileKind.Admissions, term.Term.AdmissionSemester, XlsxWriter.Write([Registries.AdmissionsSheet(plan, term)]));
        }
    }

    /// <summary>What must come out of one of the county's semesters.</summary>
    /// <exception cref="ArgumentException">The county has no such semester.</exception>
    public SyntheticAnswer Answer(string semester)
    {
        var term = plan.Terms.Find(t => t.Term.ToString() == semester)
            ?? throw new ArgumentException($"The county has no {semester}.", nameof(semester));
        return new Reckoning(plan, term).Answer(
            Lists(term).SelectMany(list => list.Rejects.Select(reject => (list.FileName, reject.Code, reject.Row))));
    }

    private IEnumerable<LaidOutList> Lists(TermPlan term) =>
        term.Lists.Select(list => ListLayout.Make(plan, term.Term, list.Key, list.Value));
}
