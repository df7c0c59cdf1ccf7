using System.Globalization;
using EduAid.Application.Rosters;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;

namespace EduAid.Web.Pages.Rosters;

/// <summary>Why the present facts give another amount, in the words of the rules.</summary>
public static class ChangeWords
{
    public static string Why(ChangedEntry change)
    {
        var words = Words.In(CultureInfo.CurrentUICulture);
        return change.Now switch
        {
            Nothing nothing => words.Reason(nothing.Reasons[^1]),
            Held held => words.Joined(held.Findings.Select(words.FindingTitle)),
            Entitlement entitled => words.Joined(entitled.Reasons.Where(r => r.Part is not null).Select(words.Reason)),
            _ => words["Reason.not-on-any-list"],
        };
    }
}
