using EduAid.Application.Setup;
using EduAid.Application.Storage;

namespace EduAid.Application.Accounts;

/// <summary>
/// The unit of work of accounts. Who signs in or looks after accounts has no scope of business data; the change is recorded
/// in the trail of the installation's county and the context is left with the scope that it had.
/// </summary>
public sealed class AccountChange(EduAidDbContext db, Work work, CountySettings county)
{
    public async Task<T> RunAsync<T>(Func<Task<T>> change, CancellationToken stop)
    {
        var before = db.Scope;
        db.Scope = Scope.WholeCounty(county.Code);
        try
        {
            return await work.ChangeAsync(change, stop);
        }
        finally
        {
            db.Scope = before;
        }
    }
}
