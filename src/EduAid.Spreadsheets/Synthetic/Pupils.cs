namespace EduAid.Spreadsheets.Synthetic;

internal enum Residence
{
    Rural,
    CountyTown,
    Urban,
}

/// <summary>One child or student, with what stays the same from semester to semester and the present place.</summary>
internal sealed class Pupil
{
    public required string CitizenId { get; init; }

    public required string Name { get; init; }

    public required DateOnly Birth { get; init; }

    public required bool Male { get; init; }

    public required string Home { get; init; }

    public required string Guardian { get; init; }

    public required string GuardianId { get; init; }

    public required string Phone { get; init; }

    public required Residence Residence { get; init; }

    /// <summary>Null where the family has none yet.</summary>
    public required string? Card { get; init; }

    public required bool Boards { get; init; }

    public required bool Registered { get; init; }

    /// <summary>How the registered list writes the name; differs in meaning only when <see cref="Misnamed"/>.</summary>
    public string RegisteredName { get; set; } = "";

    public bool Misnamed { get; set; }

    public string? Specialty { get; set; }

    public bool FullTime { get; set; } = true;

    public required School School { get; set; }

    public required Stage Stage { get; set; }

    /// <summary>Counted within the stage from 1; 小班 is 1.</summary>
    public required int Grade { get; set; }

    public int Class { get; set; }

    public int AgeOn(DateOnly day)
    {
        var age = day.Year - Birth.Year;
        return (Birth.Month, Birth.Day).CompareTo((day.Month, day.Day)) > 0 ? age - 1 : age;
    }
}

/// <summary>Invents pupils of a plausible age for their grade.</summary>
internal sealed class PupilSource(Seeded random, Numbers numbers, SyntheticCountyOptions options, IReadOnlyList<string> townships)
{
    public static int Grades(Stage stage) => stage == Stage.Primary ? 6 : 3;

    public static int UsualAge(Stage stage, int grade) => grade - 1 + stage switch
    {
        Stage.Preschool => 3,
        Stage.Primary => 6,
        Stage.Junior => 12,
        _ => 15,
    };

    public Pupil Make(School school, Stage stage, int grade, Term term)
    {
        var age = UsualAge(stage, grade) + (random.Chance(0.04) ? 1 : 0);
        var male = random.Chance(0.52);
        var birth = BirthFor(random, age, term);
        var registered = random.Chance(options.RegisteredShare);
        var dotted = random.Chance(0.015);
        var name = dotted ? Names.Dotted(random) : Names.Person(random, male);
        var guardianMale = random.Chance(0.6);
        var guardianBirth = BirthFor(random, age + 22 + random.Next(14), term);
        var pupil = new Pupil
        {
            CitizenId = numbers.CitizenId(random, birth, male, endingInZeros: !male && random.Chance(0.01)),
            Name = name,
            Birth = birth,
            Male = male,
            Home = random.Pick(townships),
            Guardian = Names.Person(random, guardianMale, guardianMale && !dotted ? name[0] : null),
            GuardianId = numbers.CitizenId(random, guardianBirth, guardianMale),
            Phone = Numbers.Phone(random),
            Residence = (Residence)random.Weighted(55, 25, 20),
            Card = random.Chance(0.015) ? null : Numbers.Card(random, wrong: random.Chance(0.01)),
            Boards = stage is not Stage.Preschool && random.Chance(stage is Stage.Primary ? 0.25 : 0.55),
            Registered = registered,
            School = school,
            Stage = stage,
            Grade = grade,
            Class = 1 + random.Next(4),
        };
        if (registered)
            WriteInRegister(pupil);
        if (stage == Stage.Vocational)
            Specialise(pupil);
        return pupil;
    }

    /// <summary>Of the given age on 1 September; never born on that day itself, where counts may differ.</summary>
    public static DateOnly BirthFor(Seeded random, int age, Term term)
    {
        var first = term.AgeDate.AddYears(-age - 1).AddDays(2);
        return first.AddDays(random.Next(363));
    }

    public void Specialise(Pupil pupil)
    {
        pupil.Specialty = Registries.Specialties[random.Weighted(Registries.SpecialtyWeights)].Name;
        pupil.FullTime = random.Chance(0.93);
    }

    private void WriteInRegister(Pupil pupil)
    {
        // A school without a tier has a finding of its own for each registered student; one reason at a time.
        pupil.Misnamed = !pupil.School.Untiered && random.Chance(0.015);
        pupil.RegisteredName = pupil.Misnamed
            ? Names.Mistaken(random, pupil.Name)
            : random.Next(40) switch
            {
                0 => pupil.Name.Insert(1, " "),
                1 => pupil.Name.Insert(1, "\u3000"),
                2 or 3 => pupil.Name.Replace('·', '•'),
                4 or 5 => pupil.Name.Replace('·', '・'),
                _ => pupil.Name,
            };
    }
}
