using EduAid.Application.Policies;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Policies;

/// <summary>One parameter with its values in time.</summary>
/// <param name="Values">The oldest first; empty where none has been entered yet.</param>
/// <param name="Current">In force today.</param>
/// <param name="CheckedOn">The last time anybody compared the current value with the rules; <paramref name="CheckedBy"/> null where it was before it came into the product.</param>
/// <param name="Due">Nobody has since this school year began.</param>
public sealed record ParameterView(
    CatalogueParameter Parameter, IReadOnlyList<ParameterValue> Values, ParameterValue? Current, DateOnly? CheckedOn, string? CheckedBy, string? Source, bool Due, Guid? Proposal);

/// <summary>The catalogue with what is published, checked and proposed.</summary>
public static class PolicyView
{
    /// <summary>In three questions, whatever the number of parameters.</summary>
    public static async Task<IReadOnlyList<ParameterView>> LoadAsync(EduAidDbContext db, DateOnly today, CancellationToken stop)
    {
        var (semester, began) = (Semester.Of(today), CheckPolicies.YearBegan(today));
        var values = (await PolicyBook.ValuesAsync(db, stop)).ToLookup(v => v.Parameter);
        var checks = (await db.PolicyChecks.OrderByDescending(c => c.On).ThenByDescending(c => c.Id)
            .Select(c => new { c.Parameter, c.On, c.Source, By = db.Users.Where(u => u.UserName == c.By).Select(u => u.DisplayName).FirstOrDefault() ?? c.By }).ToListAsync(stop)).ToLookup(c => c.Parameter);
        var open = (await db.PolicyProposals.Where(p => p.State == ProposalState.Open).Select(p => new { p.Parameter, p.Id }).ToListAsync(stop)).ToLookup(p => p.Parameter, p => p.Id);
        return [.. Seeds.Parameters().Select(p =>
        {
            // Of values of one semester the last published is the last in order.
            IReadOnlyList<ParameterValue> own = [.. values[p.Name].GroupBy(v => v.From).Select(g => g.Last()).OrderBy(v => v.From)];
            var current = own.LastOrDefault(v => v.From <= semester);
            var last = checks[p.Name].FirstOrDefault();
            var due = current is not null && !(own.Any(v => v.From <= semester && v.CheckedOn >= began) || last?.On >= began);
            return new ParameterView(p, own, current, current?.CheckedOn, last?.On == current?.CheckedOn ? last?.By : null, last?.Source, due, open[p.Name].Select(i => (Guid?)i).FirstOrDefault());
        })];
    }
}
