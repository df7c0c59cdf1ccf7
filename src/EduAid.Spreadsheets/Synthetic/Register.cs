using System.Globalization;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>A graduate on the list of those admitted to a university.</summary>
internal sealed record Admission(string CitizenId, string Name, DateOnly Birth, School From, string University, string Province, string? Card, bool Registered, bool Misnamed);

/// <summary>A household of the registered list.</summary>
internal sealed record Household(int Number, string Head, string Township, string Village, int? ExitYear)
{
    public string Code => "341523" + Number.ToString("D8", CultureInfo.InvariantCulture);
}

/// <summary>A person of the registered list.</summary>
/// <param name="Household">Where the person lives.</param>
/// <param name="Name">As the list writes it.</param>
/// <param name="CitizenId">18 characters.</param>
/// <param name="Birth">Of the ID.</param>
/// <param name="Relation">To the head.</param>
/// <param name="Disability">Kind and level, written behind the ID as its characters 19 and 20.</param>
internal sealed record RegisteredPerson(Household Household, string Name, string CitizenId, DateOnly Birth, string Relation, string? Disability);

/// <summary>Puts the registered pupils into households and adds the others who live there, and the children on no list.</summary>
internal sealed class Register(Seeded random, Numbers numbers, IReadOnlyList<string> townships, Term first)
{
    private readonly List<RegisteredPerson> people = [];
    private int households;

    public static IReadOnlyList<RegisteredPerson> Draw(
        Seeded random, Numbers numbers, IReadOnlyList<string> townships, Term first,
        IReadOnlyList<Pupil> pupils, IEnumerable<Admission> admissions)
    {
        var register = new Register(random, numbers, townships, first);
        register.HousePupils(pupils);
        var housed = pupils.Select(pupil => pupil.CitizenId).ToHashSet();
        foreach (var graduate in admissions.Where(a => a.Registered && !housed.Contains(a.CitizenId)))
            register.HouseAlone(graduate.Name, graduate.CitizenId, graduate.Birth);
        for (var missed = 0; missed < 3 + (pupils.Count / 100); missed++)
            register.HouseMissed();
        random.Shuffle(register.people);
        return register.people;
    }

    private void HousePupils(IReadOnlyList<Pupil> pupils)
    {
        for (var at = 0; at < pupils.Count;)
        {
            var eldest = pupils[at++];
            var household = Open(eldest.Guardian, eldest.Home);
            Add(household, eldest.Guardian, eldest.GuardianId, BirthIn(eldest.GuardianId), "户主");
            Add(household, eldest.RegisteredName, eldest.CitizenId, eldest.Birth, Child(eldest.Male), Disability());
            if (at < pupils.Count && random.Chance(0.3))
            {
                var sibling = pupils[at++];
                Add(household, sibling.RegisteredName, sibling.CitizenId, sibling.Birth, Child(sibling.Male));
            }

            Others(household, random.Next(3));
        }
    }

    private void HouseAlone(string name, string citizenId, DateOnly birth)
    {
        var household = OpenWithHead();
        Add(household, name, citizenId, birth, "之子");
        Others(household, random.Next(2));
    }

    /// <summary>A child of compulsory age that no school has: to be looked for.</summary>
    private void HouseMissed()
    {
        var male = random.Chance(0.5);
        var birth = PupilSource.BirthFor(random, random.Between(7, 13), first);
        var household = OpenWithHead();
        Add(household, Names.Person(random, male), numbers.CitizenId(random, birth, male), birth, Child(male), random.Chance(0.3) ? "43" : null);
        Others(household, random.Next(2));
    }

    private Household OpenWithHead()
    {
        var head = Names.Person(random, male: true);
        var birth = PupilSource.BirthFor(random, random.Between(30, 60), first);
        var household = Open(head, random.Pick(townships));
        Add(household, head, numbers.CitizenId(random, birth, male: true), birth, "户主");
        return household;
    }

    private Household Open(string head, string township) =>
        new(++households, head, township, Names.Village(random), random.Chance(0.6) ? random.Between(2014, 2019) : null);

    /// <summary>Grown-ups, infants and the odd youth: nobody whom a list of compulsory pupils should have.</summary>
    private void Others(Household household, int count)
    {
        for (var other = 0; other < count; other++)
        {
            var (age, relation) = random.Next(4) switch
            {
                0 => (random.Between(65, 85), "父母"),
                1 => (random.Between(0, 1), "其他"),
                _ => (random.Between(25, 58), "配偶"),
            };
            var male = random.Chance(0.5);
            var birth = PupilSource.BirthFor(random, age, first);
            Add(household, Names.Person(random, male), numbers.CitizenId(random, birth, male), birth, relation);
        }
    }

    private void Add(Household household, string name, string citizenId, DateOnly birth, string relation, string? disability = null) =>
        people.Add(new RegisteredPerson(household, name, citizenId, birth, relation, disability));

    private string? Disability() => random.Chance(0.01) ? $"{random.Between(1, 7)}{random.Between(1, 4)}" : null;

    private static string Child(bool male) => male ? "之子" : "之女";

    private static DateOnly BirthIn(string citizenId) =>
        DateOnly.ParseExact(citizenId.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);
}
