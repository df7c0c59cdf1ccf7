using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Intake;

/// <summary>
/// Finds the header among the first rows of a sheet, of one row or two. Under a two-row header a leaf counts with its group
/// (监护人1 over 姓名 is the guardian's name), never alone, unless the group is about the pupil or the account itself.
/// </summary>
public sealed class HeaderFinder(ListKind kind)
{
    /// <summary>Rows with any value that are looked at before a sheet counts as having no header.</summary>
    public const int RowsLookedAt = 100;

    private static readonly string[] PupilGroups =
        ["学生", "学生基本", "学生个人", "幼儿", "幼儿基本", "受助学生", "受助学生基本", "基本", "个人", "本人", "学籍", "就读", "在校", "学校", "学生学籍", "在读"];

    private static readonly string[] AccountGroups =
        ["银行", "银行卡", "银行账户", "银行账号", "发放账户", "账户", "开户", "打卡", "发放", "资金发放", "银行卡账户", "一卡通"];

    private static readonly Field[] AccountFields = [Field.Bank, Field.Holder, Field.Card, Field.SocialCardAccount, Field.SocialCardNumber];

    private readonly Headings _headings = Headings.Of(kind);

    /// <summary>The best header in the rows, or null; <see cref="HeaderLook.Missing"/> says which needed column is not there.</summary>
    public HeaderLook Look(IReadOnlyList<SheetRow> rows)
    {
        HeaderLook? best = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var single = Score(new Header(rows[i].Number, Single(rows[i])));
            if (IsBetter(single, best)) best = single;
            if (i + 1 >= rows.Count || rows[i + 1].Number != rows[i].Number + 1 || HasLongNumber(rows[i + 1])) continue;
            var twoRows = Score(new Header(rows[i + 1].Number, TwoRows(rows[i], rows[i + 1])));
            if (IsBetter(twoRows, best)) best = twoRows;
        }
        return best ?? new(new Header(0, []), 0, Missing(new Header(0, [])));
    }

    /// <summary>Whether enough is recognised to call the row a header although something is missing.</summary>
    public static bool LooksLikeHeader(HeaderLook look) => look.Recognised >= 2;

    private static bool IsBetter(HeaderLook candidate, HeaderLook? best) =>
        best is null || (candidate.Missing is null && best.Missing is not null)
        || ((candidate.Missing is null) == (best.Missing is null) && candidate.Recognised > best.Recognised);

    private HeaderLook Score(Header header)
    {
        // A heading that stands twice speaks against this reading: under a group it would be somebody else's.
        var recognised = header.Columns.Where(c => c.Field is not null).GroupBy(c => c.Field).Sum(g => g.Count() == 1 ? 2 : 1);
        return new(header, recognised, Missing(header));
    }

    private Field? Missing(Header header)
    {
        foreach (var field in _headings.Needed)
            if (!header.Has(field)) return field;
        return null;
    }

    private List<Column> Single(SheetRow row)
    {
        var columns = new List<Column>();
        for (var i = 0; i < row.Count; i++)
        {
            var text = row[i].Text;
            if (text.Length > 0) columns.Add(new(i, text.Trim(), row[i].Kind == CellKind.Text ? _headings.Find(text) : null));
        }
        return columns;
    }

    private List<Column> TwoRows(SheetRow upper, SheetRow lower)
    {
        var columns = new List<Column>();
        var group = "";
        for (var i = 0; i < Math.Max(upper.Count, lower.Count); i++)
        {
            var (top, leaf) = (upper[i].Text.Trim(), lower[i].Text.Trim());
            if (top.Length > 0) group = leaf.Length > 0 && leaf != top ? top : "";
            if (leaf.Length == 0 || leaf == top || group.Length == 0)
            {
                // One heading over both rows, or a leaf without any group.
                var alone = leaf.Length > 0 ? leaf : top;
                if (alone.Length > 0) columns.Add(new(i, alone, _headings.Find(alone)));
                if (leaf.Length == 0) group = "";
                continue;
            }
            columns.Add(new(i, $"{group} {leaf}", FieldUnder(group, leaf)));
        }
        return columns;
    }

    private Field? FieldUnder(string group, string leaf)
    {
        var name = Headings.Fold(group).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '一', '二', '三');
        if (_headings.Find(name + leaf) is { } combined) return combined;
        foreach (var ending in (ReadOnlySpan<string>)["信息", "情况", "资料"])
            if (name.EndsWith(ending, StringComparison.Ordinal)) name = name[..^ending.Length];
        if (_headings.Find(name + leaf) is { } shorter) return shorter;
        if (PupilGroups.Contains(name)) return _headings.Find(leaf);
        return AccountGroups.Contains(name) && _headings.Find(leaf) is { } field && AccountFields.Contains(field) ? field : null;
    }

    // A row with an ID or an account in it is data and no second header row.
    private static bool HasLongNumber(SheetRow row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var text = Text.Fold(row[i].Text);
            if (text.Length >= 14 && text.Count(char.IsAsciiDigit) >= 13) return true;
            if (row[i].Kind == CellKind.Number && row[i].Number >= 1e13) return true;
        }
        return false;
    }
}

/// <param name="Recognised">A score: more is better.</param>
/// <param name="Missing">The first needed field without a column, or null where all are there.</param>
public sealed record HeaderLook(Header Header, int Recognised, Field? Missing);
