using System.Text;

namespace EduAid.Cli;

/// <summary>Prints rows in columns that line up, Chinese characters counting twice.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, params IReadOnlyCollection<int> numeric)
    {
        var all = new List<IReadOnlyList<string>> { headings };
        all.AddRange(rows);
        var widths = headings.Select((_, i) => all.Max(r => Width(r[i]))).ToArray();
        foreach (var row in all)
        {
            var line = new StringBuilder();
            for (var i = 0; i < row.Count; i++)
            {
                var gap = new string(' ', widths[i] - Width(row[i]));
                line.Append(numeric.Contains(i) ? gap + row[i] : row[i] + gap).Append("  ");
            }
            Console.Out.WriteLine(line.ToString().TrimEnd());
        }
    }

    private static int Width(string text) => text.Sum(c => c >= 0x1100 ? 2 : 1);
}
