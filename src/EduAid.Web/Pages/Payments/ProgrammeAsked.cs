using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EduAid.Web.Pages.Payments;

/// <summary>The programme that a page of money shows: asked for by the query, else the first.</summary>
public static class ProgrammeAsked
{
    public const string Key = "programme";

    /// <param name="most">Programmes to prefer where none is asked for, the best first.</param>
    public static Programme Of(HttpRequest request, Semester semester, params IReadOnlyList<string> most)
    {
        var all = Programme.Of(semester);
        var asked = request.Query.Text(Key);
        return all.FirstOrDefault(p => p.Code == asked)
            ?? most.Select(code => all.FirstOrDefault(p => p.Code == code)).FirstOrDefault(p => p is not null) ?? all[0];
    }

    public static IEnumerable<SelectListItem> Choices(Semester semester, Words words, Programme chosen) =>
        Programme.Of(semester).Select(p => new SelectListItem(words.Programme(p.Code), p.Code, p == chosen));
}
