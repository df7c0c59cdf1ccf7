using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>Keeps and drops one's own saved views. They change no business data, so the trail has nothing of them.</summary>
public sealed class KeepView(EduAidDbContext db, Work work, TimeProvider time)
{
    /// <summary>A user has at most so many.</summary>
    public const int Most = 20;

    /// <returns>False where there is no name, or there are <see cref="Most"/> already. A view of the same name is replaced.</returns>
    public Task<bool> SaveAsync(Actor actor, string? name, string query, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            var called = Text.Tidy(name);
            if (called.Length is 0 or > 40 || query.Length > 400) return false;
            await db.SavedViews.Where(v => v.Owner == actor.Name && v.Name == called).ExecuteDeleteAsync(stop);
            if (await db.SavedViews.CountAsync(v => v.Owner == actor.Name, stop) >= Most) return false;
            db.SavedViews.Add(new() { County = db.CountyCode, Id = Keys.New(time.GetUtcNow()), Owner = actor.Name, Name = called, Query = query });
            await db.SaveChangesAsync(stop);
            return true;
        },
        stop);

    /// <summary>Drops one's own view; another's stays.</summary>
    public Task<int> DropAsync(Actor actor, Guid id, CancellationToken stop) => work.ChangeAsync(
        () => db.SavedViews.Where(v => v.Id == id && v.Owner == actor.Name).ExecuteDeleteAsync(stop), stop);
}
