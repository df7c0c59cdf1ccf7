namespace EduAid.Spreadsheets.Synthetic;

/// <summary>Those admitted to universities in the autumn of a semester's year.</summary>
internal static class Graduates
{
    public static IEnumerable<Admission> Draw(
        Seeded random, Term term, IReadOnlyList<School> schools, IReadOnlyList<Pupil> pupils, Numbers numbers, SyntheticCountyOptions options)
    {
        // In spring the leaving grade is still on the lists; an admission itself is evidence enough.
        if (term.Spring)
        {
            foreach (var pupil in pupils.Where(p => p.Stage == Stage.SeniorHigh && p.Grade == 3))
            {
                if (random.Chance(0.4))
                    yield return Admit(random, pupil.CitizenId, pupil.Name, pupil.Birth, pupil.School, options, pupil.Card, pupil.Registered, pupil.Misnamed);
            }
        }

        List<School> from = [.. schools.Where(school => school.Teaches(Stage.SeniorHigh) && school.Stages.Count < 5)];
        for (var extra = 0; from.Count > 0 && extra < 6 + (options.Pupils / 400); extra++)
        {
            var male = random.Chance(0.5);
            var birth = PupilSource.BirthFor(random, random.Between(17, 19), term);
            yield return Admit(
                random, numbers.CitizenId(random, birth, male), Names.Person(random, male), birth, random.Pick<School>(from), options,
                random.Chance(0.1) ? null : Numbers.Card(random), extra < 4 || random.Chance(options.RegisteredShare), misnamed: false);
        }
    }

    private static Admission Admit(
        Seeded random, string citizenId, string name, DateOnly birth, School from, SyntheticCountyOptions options, string? card, bool registered, bool misnamed) =>
        new(citizenId, name, birth, from, Names.University(random),
            random.Chance(0.5) ? options.Province : random.Pick(Names.OtherProvinces.Where(p => p != options.Province).ToArray()), card, registered, misnamed);
}
