using System.Globalization;

namespace EduAid.Web.Parts;

/// <summary>Which rows of a list are shown. Read it from the query, then tell it the total: it never points past the end.</summary>
public sealed record Paging
{
    // Not "page": Razor Pages keeps its own path under that name in the route values.
    public const string PageKey = "p";
    public const string SizeKey = "size";
    public const int DefaultSize = 50;
    private const int LastPageAsked = 1_000_000;

    private Paging(int page, int size, long total) => (Page, Size, Total) = (page, size, total);

    public static IReadOnlyList<int> Sizes { get; } = [20, 50, 100, 200];

    /// <summary>From 1.</summary>
    public int Page { get; }

    /// <summary>Rows a page, one of <see cref="Sizes"/>.</summary>
    public int Size { get; }

    /// <summary>Rows altogether.</summary>
    public long Total { get; }

    public int Pages => (int)Math.Max(1, (Total + Size - 1) / Size);
    public int Skip => (Page - 1) * Size;

    /// <summary>Number of the first row shown, from 1; 0 when there are none.</summary>
    public long First => Total == 0 ? 0 : Skip + 1L;
    public long Last => Math.Min(Total, (long)Skip + Size);

    /// <summary>What the query asks for; whatever cannot be meant becomes the default.</summary>
    public static Paging From(IQueryCollection query)
    {
        var size = Number(query[SizeKey].LastOrDefault());
        return new Paging(
            Math.Clamp(Number(query[PageKey].LastOrDefault()) ?? 1, 1, LastPageAsked),
            size is { } s && Sizes.Contains(s) ? s : DefaultSize,
            0);
    }

    /// <summary>The same page of a list of <paramref name="total"/> rows, or its last page if there is no such page.</summary>
    public Paging Of(long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        var pages = Math.Max(1, (total + Size - 1) / Size);
        return new Paging((int)Math.Min(Page, pages), Size, total);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
