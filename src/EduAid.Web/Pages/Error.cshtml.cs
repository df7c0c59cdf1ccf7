using EduAid.Web.Parts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages;

/// <summary>What went wrong, in words, with what to do next; nothing of what happened inside but a number to find it in the log.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>Last part of the keys of the page's texts.</summary>
    public string Kind { get; private set; } = "missing";

    public string Number => HttpContext.TraceIdentifier;

    public void OnGet(int? code) => Show(code);

    // The page stands in for any request that failed, whatever its method.
    public void OnPost(int? code) => Show(code);

    private void Show(int? code)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is not null) ViewData[Shell.ViewDataKey] = Shell.Empty;
        (Kind, Response.StatusCode) = code switch
        {
            400 => ("request", 400),
            403 => ("denied", 403),
            413 => ("large", 413),
            429 => ("often", 429),
            >= 500 => ("fault", 500),
            _ => ("missing", code is >= 400 and < 500 ? code.Value : 404),
        };
    }
}
