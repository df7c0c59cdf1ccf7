using EduAid.Application.Accounts;
using EduAid.Domain.Values;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Users;

/// <summary>The roles that can be given, and what a form says of them.</summary>
internal static class RoleChoices
{
    public static IEnumerable<SelectListItem> All(IStringLocalizer<Texts> texts) =>
        [.. Enum.GetValues<Role>().Select(r => new SelectListItem(texts["Role." + r], r.ToString()))];

    /// <returns>False where the role is none; a school is read for a school's role only.</returns>
    public static bool TryRead(string? roleText, string? schoolText, out Role role, out SchoolId? school)
    {
        school = null;
        // A number would pass as a role that has no name.
        if (!Enum.TryParse(roleText, out role) || !Enum.IsDefined(role) || role.ToString() != roleText) return false;
        if (role == Role.SchoolClerk && Guid.TryParse(schoolText, out var id)) school = new SchoolId(id);
        return true;
    }
}
