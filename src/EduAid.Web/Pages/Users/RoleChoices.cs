using EduAid.Application.Accounts;
using EduAid.Domain.Values;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Users;

/// <summary>A role as a form gives it.</summary>
public sealed class GrantInput
{
    public string? Role { get; set; }

    public string? School { get; set; }

    public string? Township { get; set; }

    public string? Unit { get; set; }

    /// <returns>Null where the role is none; what the role has no use for is not read.</returns>
    public Grant? Read()
    {
        // A number would pass as a role that has no name.
        if (!Enum.TryParse<Role>(Role, out var role) || !Enum.IsDefined(role) || role.ToString() != Role) return null;
        var school = Guid.TryParse(School, out var id) ? new SchoolId(id) : (SchoolId?)null;
        return role.Place() switch
        {
            Place.School or Place.SchoolIfKnown => new(role, School: school),
            Place.Township => new(role, Township: Township),
            Place.Unit => new(role, Unit: Unit),
            _ => new(role),
        };
    }
}

/// <summary>The roles that can be given, and where a form shows what is wrong with one.</summary>
internal static class RoleChoices
{
    public static IEnumerable<SelectListItem> All(IStringLocalizer<Texts> texts) =>
        [.. Enum.GetValues<Role>().Select(r => new SelectListItem(texts["Role." + r], r.ToString()))];

    public static string FieldOf(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.NoSuchSchool => "Input.School",
        AccountRefusal.NoSuchTownship => "Input.Township",
        AccountRefusal.UnitMissing => "Input.Unit",
        _ => "Input.Role",
    };
}
