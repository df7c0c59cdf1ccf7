using System.Globalization;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>A semester of the county; 2020-spring is the second term of school year 2019–2020.</summary>
internal readonly record struct Term(int Year, bool Spring)
{
    public static Term Parse(string text)
    {
        var parts = text.Split('-');
        if (parts.Length != 2 || parts[1] is not ("spring" or "autumn")
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            throw new ArgumentException($"Not a semester: {text}", nameof(text));
        return new Term(year, parts[1] == "spring");
    }

    /// <summary>The year in which the school year began.</summary>
    public int SchoolYear => Spring ? Year - 1 : Year;

    /// <summary>Ages are told on 1 September of the school year.</summary>
    public DateOnly AgeDate => new(SchoolYear, 9, 1);

    /// <summary>The day whose register pays for a pupil who changes school: 1 April or 1 October.</summary>
    public DateOnly ReferenceDate => Spring ? new(Year, 4, 1) : new(Year, 10, 1);

    /// <summary>Travel aid belongs to the autumn of the admission year.</summary>
    public string AdmissionSemester => $"{Year}-autumn";

    public string Title => $"{Year}年{(Spring ? '春' : '秋')}季学期";

    public override string ToString() => $"{Year}-{(Spring ? "spring" : "autumn")}";
}
