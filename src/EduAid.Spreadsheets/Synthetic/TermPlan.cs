namespace EduAid.Spreadsheets.Synthetic;

/// <summary>One semester as it truly is: every school's rows, and who goes to university afterwards.</summary>
internal sealed class TermPlan(Term term, IReadOnlyList<School> schools)
{
    private const int SecondListClass = 9;
    private const string SpecialSchool = "特殊教育学校";

    private readonly Dictionary<School, List<ListRow>> lists = schools.ToDictionary(school => school, _ => new List<ListRow>());

    public Term Term => term;

    public List<Admission> Admissions { get; } = [];

    /// <summary>The list of each school that has one, in the order of the school codes.</summary>
    public IEnumerable<KeyValuePair<School, List<ListRow>>> Lists =>
        schools.Select(school => KeyValuePair.Create(school, lists[school])).Where(list => list.Value.Count > 0);

    public IEnumerable<ListRow> Rows => lists.Values.SelectMany(rows => rows);

    public static TermPlan Draw(Seeded random, Term term, IReadOnlyList<School> schools, IReadOnlyList<Pupil> pupils, SyntheticCountyOptions options)
    {
        var plan = new TermPlan(term, schools);
        var rows = pupils.Select(pupil => Usual(random, pupil, options)).ToList();
        plan.Double(random, rows, options);
        plan.Move(random, rows, options);
        foreach (var row in rows)
            plan.lists[row.School].Add(row);
        foreach (var (school, list) in plan.lists)
            plan.lists[school] = Faults.Spoil(random.Fork("faults", school.Number), list, options);
        return plan;
    }

    private static ListRow Usual(Seeded random, Pupil pupil, SyntheticCountyOptions options)
    {
        var row = new ListRow(pupil, pupil.School, pupil.Stage, pupil.Grade, pupil.Class)
        {
            Status = (Status)random.Weighted(9720, 110, 110, 20, 40),
            Boards = pupil.Boards,
            FullTime = pupil.FullTime,
            Residence = pupil.Residence,
            Specialty = pupil.Specialty,
        };
        if (!row.AsksForBoarding && options.Messy && random.Chance(0.1))
            row = row with { Boards = null };
        // One unknown at a time, and only where everything else grants the waiver.
        var otherwiseEntitled = row.Stage == Stage.Vocational && pupil.FullTime && pupil.Residence != Residence.Urban
            && Registries.FeeOf(pupil.Specialty) is >= 600 and <= 1500;
        if (otherwiseEntitled && random.Chance(0.03))
            row = random.Chance(0.5) ? row with { FullTime = null } : row with { Residence = null };
        return row;
    }

    /// <summary>The same child in school on two schools' lists: some 3 in 1000 of the registered, and a few others.</summary>
    private void Double(Seeded random, List<ListRow> rows, SyntheticCountyOptions options)
    {
        var registered = Candidates(rows, row => row.Pupil.Registered && (row.Stage != Stage.Vocational || row.Grade < 3));
        var others = Candidates(rows, row => !row.Pupil.Registered && row.Stage != Stage.Vocational);
        foreach (var at in Some(random, registered, 2 + (registered.Count * 3 / 1000))
            .Concat(Some(random, others, 1 + (options.Pupils / 5000))))
        {
            var row = rows[at];
            rows.Add(row with { School = Another(random, row), Class = SecondListClass });
        }
    }

    /// <summary>Pupils who changed school: the old school's list still has them as 转出.</summary>
    private void Move(Seeded random, List<ListRow> rows, SyntheticCountyOptions options)
    {
        var doubled = rows.Where(row => row.Class == SecondListClass).Select(row => row.Pupil).ToHashSet();
        var movable = Candidates(rows, row => !doubled.Contains(row.Pupil));
        foreach (var at in Some(random, movable, 3 + (options.Pupils / 250)))
        {
            var row = rows[at];
            var old = row with { School = Another(random, row), Status = Status.TransferredOut };
            switch (options.Messy ? random.Next(3) : 0)
            {
                case 1:
                    old = old with { TransferredOut = term.ReferenceDate.AddDays(-27) };
                    row = row with { TransferredIn = term.ReferenceDate.AddDays(-26) };
                    break;
                case 2:
                    // ◆ Left after the reference date: the school that held the register on it pays.
                    old = old with { TransferredOut = term.ReferenceDate.AddDays(19), HoldsByDate = true };
                    row = row with { TransferredIn = term.ReferenceDate.AddDays(20), HoldsByDate = false };
                    break;
            }

            rows[at] = row;
            rows.Add(old);
        }
    }

    private List<int> Candidates(List<ListRow> rows, Func<ListRow, bool> suits)
    {
        var shared = Enum.GetValues<Stage>().Where(stage => Homes(stage).Count() > 1).ToHashSet();
        return [.. Enumerable.Range(0, rows.Count).Where(at =>
            rows[at].Status == Status.InSchool && !rows[at].Pupil.Misnamed && rows[at].FullTime is not null
            && rows[at].Residence is not null && rows[at].School.Kind != SpecialSchool && shared.Contains(rows[at].Stage) && suits(rows[at]))];
    }

    private static List<int> Some(Seeded random, List<int> from, int count)
    {
        random.Shuffle(from);
        return from[..Math.Min(count, from.Count)];
    }

    private School Another(Seeded random, ListRow row) =>
        random.Pick<School>([.. Homes(row.Stage).Where(school => school != row.School)]);

    // A special school teaches every stage; pupils on it and elsewhere are left out to keep the case plain.
    private IEnumerable<School> Homes(Stage stage) =>
        schools.Where(school => school.Teaches(stage) && school.Kind != SpecialSchool);
}
