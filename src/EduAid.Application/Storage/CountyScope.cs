using EduAid.Application.Setup;

namespace EduAid.Application.Storage;

/// <summary>
/// Runs a verb of the administrators over the whole county: they have no scope of business data of their own, and what they may see
/// (the trail, counts) is decided by the verb. Somebody's own scope is left as it is.
/// </summary>
public sealed class CountyScope(EduAidDbContext db, CountySettings county)
{
    public async Task<T> RunAsync<T>(Func<Task<T>> verb)
    {
        var before = db.Scope;
        db.Scope = Scope.WholeCounty(before?.County ?? county.Code);
        try
        {
            return await verb();
        }
        finally
        {
            db.Scope = before;
        }
    }
}
