namespace EduAid.Spreadsheets.Reading.Delimited;

/// <summary>Chooses what separates the fields by looking at several rows, because titles and notes hold commas of their own.</summary>
internal static class Delimiter
{
    private const int RowsLookedAt = 100;

    /// <summary>In order of preference where two fit equally.</summary>
    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    public static char Choose(string sample) => Candidates.MaxBy(candidate => Fit(sample, candidate));

    /// <summary>Fields that the rows of the commonest width have between them; a single column counts nothing.</summary>
    private static int Fit(string sample, char delimiter) =>
        Widths(sample, delimiter).Where(width => width > 1)
            .GroupBy(width => width)
            .Select(group => group.Count() * group.Key)
            .DefaultIfEmpty(0)
            .Max();

    private static List<int> Widths(string sample, char delimiter)
    {
        var widths = new List<int>();
        var width = 1;
        var quoted = false;
        var fieldStart = true;
        foreach (var character in sample)
        {
            if (quoted)
            {
                quoted = character != '"';
                continue;
            }

            if (character == '\n')
            {
                widths.Add(width);
                width = 1;
                if (widths.Count == RowsLookedAt)
                    return widths;
            }
            else if (character == delimiter)
            {
                width++;
            }

            // A doubled quote closes and opens again, which comes to the same; one inside a field is a character.
            quoted = character == '"' && fieldStart;
            fieldStart = character == delimiter || character is '\n' or '\r' || (fieldStart && character == '"');
        }

        widths.Add(width);
        return widths;
    }
}
