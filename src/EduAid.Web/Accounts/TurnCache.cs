using Microsoft.Extensions.Caching.Memory;

namespace EduAid.Web.Accounts;

/// <summary>
/// Keeps what is dear to read until something changes: the county's turn goes up with every change in it, so what was read in the
/// same turn, scope and semester is still right.
/// </summary>
public sealed class TurnCache(Visitor visitor, IMemoryCache cache)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public async Task<T> GetAsync<T>(Func<Task<T>> read)
        where T : class
    {
        var key = (typeof(T), visitor.Scope.County, visitor.Place, visitor.Semester);
        if (cache.TryGetValue(key, out (long Turn, T Value) kept) && kept.Turn == visitor.CountyTurn) return kept.Value;
        var value = await read();
        cache.Set(key, (visitor.CountyTurn, value), Longest);
        return value;
    }
}
