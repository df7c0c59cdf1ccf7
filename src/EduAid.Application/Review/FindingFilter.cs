using EduAid.Application.Storage;
using EduAid.Domain.Review;
using EduAid.Domain.Values;

namespace EduAid.Application.Review;

/// <summary>Which findings of a semester are meant; null means any.</summary>
/// <param name="RaisedBefore">Those that have waited longer.</param>
public sealed record FindingFilter(Semester Semester, string? Code = null, bool? Holds = null, string? Programme = null, SchoolId? School = null, string? Name = null,
    Assignee? Assignee = null, DateTimeOffset? RaisedBefore = null)
{
    public IQueryable<Finding> In(EduAidDbContext db)
    {
        var found = db.Findings.Where(f => f.Semester == Semester);
        if (Code is not null) found = found.Where(f => f.Code == Code);
        if (Holds is { } holds) found = found.Where(f => f.Holds == holds);
        // No programme's code is part of another's.
        if (Programme is not null) found = found.Where(f => f.Programmes.Contains(Programme));
        if (School is { } school) found = found.Where(f => f.Schools.Any(s => s.School == school));
        if (Name is not null) found = found.Where(f => f.Name.Contains(Name));
        if (Assignee is { } who)
        {
            var schools = DecisionAnswers.SchoolCodes.ToList();
            found = who == Domain.Review.Assignee.School ? found.Where(f => schools.Contains(f.Code)) : found.Where(f => !schools.Contains(f.Code));
        }
        if (RaisedBefore is { } before) found = found.Where(f => f.RaisedAt < before);
        return found;
    }
}
