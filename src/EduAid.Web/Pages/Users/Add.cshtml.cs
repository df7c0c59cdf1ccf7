using System.ComponentModel.DataAnnotations;
using EduAid.Application.Accounts;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Users;

/// <summary>Makes an account, without a role, and shows the link of its invitation.</summary>
public sealed class AddModel(CreateUser create, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public AddInput Input { get; set; } = new();

    public InvitationShown? Made { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Input.UserName)) ModelState.AddModelError("Input.UserName", texts["Account.UserName.Missing"]);
        if (!ModelState.IsValid) return;
        var outcome = await create.RunAsync(visitor.Actor, new(Input.UserName!, Input.DisplayName ?? ""), null, stop);
        if (outcome.Refusal is not { } refusal) Made = InvitationShown.Of(Request, Input.UserName!, outcome.Invitation!);
        else ModelState.AddModelError(refusal == AccountRefusal.DisplayNameMissing ? "Input.DisplayName" : "Input.UserName", texts["Account.Refusal." + refusal]);
    }

    public sealed class AddInput
    {
        [StringLength(100)]
        public string? UserName { get; set; }

        [StringLength(100)]
        public string? DisplayName { get; set; }
    }
}
