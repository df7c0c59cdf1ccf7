using EduAid.Application.Calendar;
using EduAid.Application.Policies;
using EduAid.Application.Settings;
using EduAid.Application.Setup;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Web.Pages.Subsidies;

/// <summary>What everybody may know without signing in: the amounts in force, the fees of specialties and where to ask. No row of any person is read.</summary>
/// <param name="Telephone">Empty where nobody has set it.</param>
public sealed record PublicPolicy(string County, Semester Semester, Policy Policy, IReadOnlyList<SpecialtyFee> Specialties, string Telephone)
{
    /// <summary>In the county's scope, whoever asks; the visitor's own scope is left as it was.</summary>
    public static async Task<PublicPolicy> LoadAsync(EduAidDbContext db, CountySettings county, BusinessDay day, CancellationToken stop)
    {
        var before = db.Scope;
        db.Scope = Scope.WholeCounty(county.Code);
        try
        {
            var semester = Semester.Of(day.Today);
            var specialties = (await SpecialtyVersion.HoldingAsync(db, semester, stop)).Values;
            return new(
                county.Name, semester, await PolicyBook.LoadAsync(db, semester, stop),
                [.. specialties.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new SpecialtyFee(s.Name, s.FeeFen is { } fen ? Money.FromFen(fen) : null, ""))],
                (await SettingBook.LoadAsync(db, day.Today, stop)).NoticeTelephone);
        }
        finally
        {
            db.Scope = before;
        }
    }

    /// <summary>The amounts of a programme as they are in force.</summary>
    public IEnumerable<ParameterValue> AmountsOf(Programme programme) => Policy.All
        .Where(v => v.Parameter.StartsWith(programme.Code + ".", StringComparison.Ordinal) && v.Unit is Unit.Yuan or Unit.YuanPerYear or Unit.YuanPerSemester or Unit.Percent)
        .OrderBy(v => v.Parameter, StringComparer.Ordinal);
}
