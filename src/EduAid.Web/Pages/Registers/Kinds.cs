using EduAid.Spreadsheets.Intake;

namespace EduAid.Web.Pages.Registers;

/// <summary>The four inputs that are the county's own, by the word that stands in addresses and on the command line.</summary>
public static class Kinds
{
    public static IReadOnlyList<ListKind> All { get; } = [ListKind.Schools, ListKind.Poverty, ListKind.Specialties, ListKind.Admissions];

    public static string Word(ListKind kind) => kind.ToString().ToLowerInvariant();

    public static ListKind? Find(string? word) => All.Where(k => Word(k) == word?.ToLowerInvariant()).Select(k => (ListKind?)k).FirstOrDefault();
}
