using Microsoft.Extensions.Caching.Memory;

namespace EduAid.Application.Policies;

/// <summary>Something computed, with the county's turn in which it was: when the turn has gone up, something has changed since.</summary>
/// <param name="Changes">Parameter and value, for a trial of several.</param>
public sealed record Shelved<T>(T Value, long Turn, DateTimeOffset At, IReadOnlyDictionary<string, string> Changes);

/// <summary>Keeps effects and forecasts for a while, so that turning a page does not compute them again. They are the county's alone.</summary>
public sealed class PolicyShelf : IDisposable
{
    private const int LinesKept = 500_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(60);

    private readonly MemoryCache _shelf = new(new MemoryCacheOptions { SizeLimit = LinesKept });

    public Shelved<PolicyEffect>? Effect(string county, Guid key) => _shelf.Get<Shelved<PolicyEffect>>((county, key));

    public void Put(string county, Guid key, Shelved<PolicyEffect> effect) =>
        _shelf.Set((county, key), effect, new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = 1 + effect.Value.Lines.Count + effect.Value.Schools.Count });

    public Shelved<Forecast>? Forecast(string county) => _shelf.Get<Shelved<Forecast>>((county, nameof(Forecast)));

    public void Put(string county, Shelved<Forecast> forecast) =>
        _shelf.Set((county, nameof(Forecast)), forecast, new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = 1 + forecast.Value.Cells.Count });

    public void Dispose() => _shelf.Dispose();
}
