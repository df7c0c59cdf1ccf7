using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Registrations;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Synthetic;

namespace EduAid.Application.Setup;

/// <param name="What">The file taken in, or the semester drafted.</param>
/// <param name="Total">At most this many steps.</param>
public sealed record LoadStep(string What, int Done, int Total);

/// <param name="Rows">Rows of the schools' lists that were written.</param>
/// <param name="Semesters">Semesters for which rosters were drafted, ascending.</param>
public sealed record LoadedCounty(int Files, int Rows, IReadOnlyList<Semester> Semesters);

/// <summary>
/// Takes in an invented county as if it had been sent: each file through its import, with the good rows of lists that have bad ones,
/// then the rosters of each semester. Loading the same county again changes nothing.
/// </summary>
public sealed class LoadSyntheticCounty(
    ImportSchools schools, ImportSpecialties specialties, ImportRegisteredList registered, ImportEnrolments enrolments, ImportAdmissions admissions,
    GenerateRosters rosters)
{
    /// <exception cref="ArgumentException">No schools or pupils, or a semester that is none.</exception>
    public async Task<LoadedCounty> RunAsync(Actor actor, SyntheticCountyOptions options, IProgress<LoadStep>? progress, CancellationToken stop)
    {
        var county = SyntheticCounty.Make(options);
        var (done, rows) = (0, 0);
        // Registries, then for each semester a list a school, the admissions, and at most two semesters to draft.
        var total = 3 + (options.Semesters.Count * (options.Schools + 3));
        var semesters = new SortedSet<Semester>();
        var pending = new List<SyntheticFile>();
        foreach (var file in county.Files())
        {
            if (pending.Count > 0 && (pending[0].Kind, pending[0].Semester) != (file.Kind, file.Semester)) await TakeInAsync();
            pending.Add(file);
            Step(file.Name);
        }
        await TakeInAsync();
        var files = done;
        foreach (var semester in semesters)
        {
            await rosters.RunAsync(actor, semester, null, stop);
            Step(semester.ToString());
        }
        return new(files, rows, [.. semesters]);

        void Step(string what) => progress?.Report(new(what, ++done, Math.Max(done, total)));

        // The files of one kind and semester go together, as they would in one command.
        async Task TakeInAsync()
        {
            var outcome = await ImportAsync(actor, pending, stop);
            if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"The invented county was refused: {refusal}.");
            if (pending[0].Semester is { } term && Semester.TryParse(term, out var semester)) semesters.Add(semester);
            if (pending[0].Kind is SyntheticFileKind.Enrolments) rows += outcome.Reports.Sum(r => r.Written);
            pending.Clear();
        }
    }

    private Task<ImportOutcome> ImportAsync(Actor actor, List<SyntheticFile> files, CancellationToken stop)
    {
        List<SentFile> sent = [.. files.Select(f => new SentFile(Path.GetFileName(f.Name), () => Open(f)))];
        return files[0].Kind switch
        {
            SyntheticFileKind.Schools => schools.RunAsync(actor, sent, partial: false, from: null, stop),
            SyntheticFileKind.Specialties => specialties.RunAsync(actor, sent, partial: false, from: null, stop),
            SyntheticFileKind.Poverty => registered.RunAsync(actor, sent, partial: true, from: null, stop),
            SyntheticFileKind.Enrolments => enrolments.RunAsync(actor, List(), stop),
            _ => admissions.RunAsync(actor, List(), stop),
        };

        ListImport List() => new(Semester.TryParse(files[0].Semester, out var semester) ? semester : default, sent, Partial: true);
    }

    private static MemoryStream Open(SyntheticFile file) => new(file.Content.ToArray(), writable: false);
}
