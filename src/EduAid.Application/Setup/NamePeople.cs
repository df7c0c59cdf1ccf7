using EduAid.Application.People;
using EduAid.Application.Retention;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Setup;

/// <summary>Gives people who were stored before names were searched by pinyin what they are searched by now. Once it is done it finds nobody.</summary>
internal static class NamePeople
{
    private const int Chunk = 1000;

    public static async Task RunAsync(EduAidDbContext db, CancellationToken stop)
    {
        while (true)
        {
            var people = await db.People.AsTracking().Where(p => p.Folded == "" && p.Name != RetentionRows.Erased).Take(Chunk).ToListAsync(stop);
            // A name of nothing but dots folds to nothing and would be met for ever.
            if (people.Count == 0 || people.TrueForAll(p => Domain.Values.PersonName.FoldName(p.Name).Length == 0)) return;
            foreach (var person in people) person.Rename(person.Name);
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }
}
