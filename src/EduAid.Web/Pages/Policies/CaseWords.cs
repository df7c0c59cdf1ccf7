using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Policies;

/// <summary>The facts of a worked case in one line, as the calculator for everybody names them.</summary>
internal static class CaseWords
{
    public static string Facts(AskedPupil asked, IStringLocalizer<Texts> texts)
    {
        var parts = new List<string?>
        {
            texts["Aid.Stage." + (asked.Stage?.ToString() ?? "Graduate")].Value,
            Category(asked.Category, texts),
            asked.Stage == Stage.Vocational ? texts["Policy.CaseGrade", asked.Grade].Value : null,
            asked.Boarding is { } boards ? texts[boards ? "Policy.Boards" : "Policy.Day"].Value : null,
            asked.Stage == Stage.Preschool || asked.Sponsor != Sponsor.Public ? texts["Aid.Sponsor." + asked.Sponsor].Value : null,
            asked.Tier is Tier.ProvinceModel or Tier.CityModel ? texts["Aid.Tier." + asked.Tier].Value : null,
            asked.Specialty?.Fee is { } fee ? texts["Policy.CaseFee", Amounts.Yuan(fee.Fen)].Value : null,
            asked.FullTime is { } full ? texts[full ? "Policy.FullTime" : "Policy.PartTime"].Value : null,
            asked.Household is { } household ? texts["Aid.Household." + household].Value : null,
            asked.Stage is null ? texts[asked.OutsideProvince ? "Policy.Outside" : "Policy.Inside"].Value : null,
        };
        return string.Join(texts["Policy.Separator"], parts.OfType<string>());
    }

    // The two words of the registered list; any other stands as it was written.
    private static string Category(string? category, IStringLocalizer<Texts> texts) => category switch
    {
        null => texts["Aid.NotRegistered"],
        "未脱贫" => texts["Policy.CaseCategory.Poor"],
        "已脱贫" => texts["Policy.CaseCategory.Exited"],
        _ => category,
    };
}
