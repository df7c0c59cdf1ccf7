using System.ComponentModel.DataAnnotations;
using EduAid.Application.Reveals;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Reveal;

/// <summary>One protected value in full, for one answer: the address has its key, never the value, and the answer is kept nowhere.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(Visitor visitor, RevealValue reveal, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public RevealInput Input { get; set; } = new();

    public RevealTarget Target { get; private set; } = null!;

    public MaskedValue Found { get; private set; } = null!;

    /// <summary>The whole value, in the answer to the form alone.</summary>
    public string? Whole { get; private set; }

    public IEnumerable<SelectListItem> Purposes => Enum.GetValues<RevealPurpose>().Select(p => new SelectListItem(texts["Reveal.Purpose." + p], p.ToString()));

    public async Task<IActionResult> OnGetAsync(string kind, string place, CancellationToken stop) =>
        await FindAsync(kind, place, stop) ?? (RevealRights.May(visitor.Role, Target.Kind) ? Page() : Forbid());

    public async Task<IActionResult> OnPostAsync(string kind, string place, CancellationToken stop)
    {
        if (await FindAsync(kind, place, stop) is { } missing) return missing;
        var outcome = await reveal.RunAsync(
            visitor.Actor, visitor.Role, Target, Enum.TryParse<RevealPurpose>(Input.Purpose, out var purpose) ? purpose : null, Input.Note, stop);
        if (outcome.Refusal == RevealRefusal.NotAllowed) return Forbid();
        if (outcome.Refusal == RevealRefusal.NotFound) return NotFound();
        if (outcome.Refusal is not null) ModelState.AddModelError(Input.Purpose == nameof(RevealPurpose.Other) ? "Input.Note" : "Input.Purpose", texts["Reveal.PurposeMissing"]);
        Whole = outcome.Value;
        return Page();
    }

    private async Task<IActionResult?> FindAsync(string kind, string place, CancellationToken stop)
    {
        if (RevealTarget.Read(kind, place) is not { } target || await reveal.FindAsync(target, stop) is not { } found) return NotFound();
        (Target, Found) = (target, found);
        return null;
    }

    public sealed class RevealInput
    {
        public string? Purpose { get; set; }

        [StringLength(200)]
        public string? Note { get; set; }
    }
}
