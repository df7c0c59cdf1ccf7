using EduAid.Spreadsheets.Intake;

namespace EduAid.Web.Pages.Registers;

/// <summary>The four inputs that are the county's own, by the word that stands in addresses.</summary>
public static class Kinds
{
    public static IReadOnlyList<ListKind> All { get; } = [ListKind.Schools, ListKind.Poverty, ListKind.Specialties, ListKind.Admissions];

    public static string Word(ListKind kind) => kind.ToString();

    public static ListKind? Find(string? word) => All.Where(k => Word(k).Equals(word, StringComparison.OrdinalIgnoreCase)).Select(k => (ListKind?)k).FirstOrDefault();
}
