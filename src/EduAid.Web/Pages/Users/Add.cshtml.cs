using System.ComponentModel.DataAnnotations;
using EduAid.Application.Accounts;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Users;

/// <summary>Makes an account with one role.</summary>
public sealed class AddModel(CreateUser create, EduAidDbContext db, CountySettings county, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public AddInput Input { get; set; } = new();

    public InitialPasswordShown? Made { get; private set; }

    public IEnumerable<SelectListItem> Roles { get; private set; } = [];

    public IEnumerable<SelectListItem> Schools { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => FillAsync(stop);

    public async Task OnPostAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Input.UserName)) ModelState.AddModelError("Input.UserName", texts["Account.UserName.Missing"]);
        if (!RoleChoices.TryRead(Input.Role, Input.School, out var role, out var school)) ModelState.AddModelError("Input.Role", texts["Users.Role.Missing"]);
        if (ModelState.IsValid)
        {
            var outcome = await create.RunAsync(visitor.Actor, new(Input.UserName!, Input.DisplayName ?? "", role, school), null, stop);
            if (outcome.Refusal is { } refusal) ModelState.AddModelError(FieldOf(refusal), texts["Account.Refusal." + refusal]);
            else Made = new(Input.UserName!, outcome.Password!);
        }
        if (Made is null) await FillAsync(stop);
    }

    private async Task FillAsync(CancellationToken stop)
    {
        Roles = RoleChoices.All(texts);
        Schools = (await SchoolNames.LoadAsync(db, county.Code, stop)).Choices;
    }

    private static string FieldOf(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.NoSuchSchool => "Input.School",
        AccountRefusal.DisplayNameMissing => "Input.DisplayName",
        _ => "Input.UserName",
    };

    public sealed class AddInput
    {
        [StringLength(100)]
        public string? UserName { get; set; }

        [StringLength(100)]
        public string? DisplayName { get; set; }

        public string? Role { get; set; }

        public string? School { get; set; }
    }
}
