namespace EduAid.Spreadsheets.Synthetic;

/// <summary>The whole truth about a county: schools, pupils from semester to semester, and the registered list.</summary>
internal sealed class CountyPlan
{
    private CountyPlan(SyntheticCountyOptions options, IReadOnlyList<School> schools) =>
        (Options, Schools) = (options, schools);

    public SyntheticCountyOptions Options { get; }

    public IReadOnlyList<School> Schools { get; }

    public List<TermPlan> Terms { get; } = [];

    public IReadOnlyList<RegisteredPerson> Register { get; private set; } = [];

    public static CountyPlan Draw(SyntheticCountyOptions options)
    {
        var random = new Seeded(options.Seed);
        var numbers = new Numbers();
        var townships = Names.Townships(random.Fork("townships"), Math.Clamp(options.Schools / 6, 4, 30));
        var schools = SchoolPlan.Draw(random.Fork("schools"), options, townships);
        var plan = new CountyPlan(options, schools);
        var source = new PupilSource(random.Fork("pupils"), numbers, options, townships);
        var terms = options.Semesters.Select(Term.Parse).ToList();
        var pupils = Fill(random.Fork("places"), schools, source, terms[0], options.Pupils);
        var registered = pupils.Where(pupil => pupil.Registered).ToList();
        for (var at = 0; at < terms.Count; at++)
        {
            var term = terms[at];
            if (at > 0)
            {
                for (var year = terms[at - 1].SchoolYear; year < term.SchoolYear; year++)
                    registered.AddRange(Promotion.Advance(random.Fork("promotion", year), pupils, schools, source, term));
            }

            var part = random.Fork("term", (term.Year * 2) + (term.Spring ? 0 : 1));
            var drawn = TermPlan.Draw(part.Fork("lists"), term, schools, pupils, options);
            drawn.Admissions.AddRange(Graduates.Draw(part.Fork("admissions"), term, schools, pupils, numbers, options));
            plan.Terms.Add(drawn);
        }

        plan.Register = Synthetic.Register.Draw(
            random.Fork("register"), numbers, townships, terms[0], registered, plan.Terms.SelectMany(term => term.Admissions));
        return plan;
    }

    private static List<Pupil> Fill(Seeded random, IReadOnlyList<School> schools, PupilSource source, Term term, int count)
    {
        var places = schools.SelectMany(school => Taught(school).Select(stage => (School: school, Stage: stage))).ToList();
        var weights = places.Select(place => SchoolPlan.Weight(place.School) / Taught(place.School).Count).ToArray();
        var pupils = new List<Pupil>(count);
        for (var at = 0; at < count; at++)
        {
            // The first round puts someone everywhere, so that no school is without a list.
            var (school, stage) = places[at < places.Count ? at : random.Weighted(weights)];
            pupils.Add(source.Make(school, stage, 1 + random.Next(PupilSource.Grades(stage)), term));
        }

        return pupils;
    }

    /// <summary>Special schools are filled in the compulsory stages only.</summary>
    private static List<Stage> Taught(School school) => school.Stages.Count < 5
        ? [.. school.Stages]
        : [Stage.Primary, Stage.Junior];
}
