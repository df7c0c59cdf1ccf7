namespace EduAid.Spreadsheets.Synthetic;

/// <summary>The turn of the school year: everyone a grade up, leavers on to the next stage or out of the county.</summary>
internal static class Promotion
{
    /// <summary>Moves the pupils in place, fills the lowest grades, and gives the newly registered ones.</summary>
    public static List<Pupil> Advance(Seeded random, List<Pupil> pupils, IReadOnlyList<School> schools, PupilSource source, Term term)
    {
        var before = pupils.Count;
        pupils.RemoveAll(pupil => !Next(random, pupil, schools, source));
        var entries = schools.Where(school => school.Teaches(Stage.Preschool) && school.Kind == "幼儿园").ToList();
        var fresh = new List<Pupil>();
        while (entries.Count > 0 && pupils.Count + fresh.Count < before)
            fresh.Add(source.Make(random.Pick<School>(entries), Stage.Preschool, 1, term));
        pupils.AddRange(fresh);
        return [.. fresh.Where(pupil => pupil.Registered)];
    }

    private static bool Next(Seeded random, Pupil pupil, IReadOnlyList<School> schools, PupilSource source)
    {
        if (pupil.Grade < PupilSource.Grades(pupil.Stage))
        {
            pupil.Grade++;
            return true;
        }

        Stage? next = pupil.Stage switch
        {
            Stage.Preschool => Stage.Primary,
            Stage.Primary => Stage.Junior,
            Stage.Junior => random.Chance(0.6) ? Stage.SeniorHigh : Stage.Vocational,
            _ => null,
        };
        var homes = schools.Where(school => next is { } stage && school.Teaches(stage)
            && (school.Stages.Count < 5 || school == pupil.School) && !(pupil.Misnamed && school.Untiered)).ToList();
        if (homes.Count == 0)
            return false;
        (pupil.Stage, pupil.Grade) = (next!.Value, 1);
        pupil.School = pupil.School.Teaches(next.Value) && homes.Contains(pupil.School) ? pupil.School : random.Pick<School>(homes);
        if (next == Stage.Vocational)
            source.Specialise(pupil);
        return true;
    }
}
