using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Intake;

/// <summary>Rows below the header that are no data: blank ones, sums, signatures, instructions, the header repeated on each page.</summary>
public static class NoteRows
{
    private static readonly string[] Beginnings =
    [
        "合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "制表", "审核", "复核", "填表", "填报", "校长", "园长", "负责人", "经办", "单位",
        "盖章", "学校盖章", "学校(盖章)", "公章", "签字", "签名", "说明", "注:", "注：", "备注:", "备注：", "日期", "年月日", "联系人",
    ];

    public static bool IsNote(SheetRow row, Header header)
    {
        var id = Text.Fold(header.Cell(row, Field.CitizenId).Text);
        if (id.Length >= 15 && id.Count(char.IsAsciiDigit) >= 13) return false;

        // Where money is reported no line with an account may be taken for a note, whatever it begins with.
        if (header.Has(Field.Outcome) && header.Cell(row, Field.Card).Text.Count(char.IsDigit) >= 6) return false;

        string? first = null;
        var (filled, recognised, same) = (0, 0, true);
        string? earlier = null;
        foreach (var column in header.Columns)
        {
            var text = row[column.Index].Text;
            if (string.IsNullOrWhiteSpace(text)) continue;
            same &= text == (earlier ??= text);
            filled++;
            if (column.Field is not (null or Field.Sequence)) recognised++;
            first ??= Text.Fold(text);
        }
        // A template's rows are numbered beforehand; a number alone is no pupil.
        if (recognised == 0) return true;
        if (IsHeaderAgain(row, header)) return true;
        if (filled >= 3 && same) return true;
        // Text outside the columns of the header, such as a signature far to the left, may come first.
        for (var i = 0; i < row.Count && first is not null; i++)
        {
            if (row[i].IsEmpty || string.IsNullOrWhiteSpace(row[i].Text)) continue;
            first = Text.Fold(row[i].Text);
            break;
        }
        if (first is not null && BeginsLikeANote(first) && !LooksLikeData(row, header, id)) return true;
        // One lonely text that is neither an ID nor a name heads a group of rows (三年级2班) or was filled in beforehand; it says nothing of a person.
        return recognised == 1 && id.Length == 0 && header.Has(Field.CitizenId)
            && string.IsNullOrWhiteSpace(header.Cell(row, Field.Name).Text);
    }

    private static bool BeginsLikeANote(string text)
    {
        foreach (var beginning in Beginnings)
            if (text.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsHeaderAgain(SheetRow row, Header header)
    {
        var same = 0;
        foreach (var column in header.Columns)
        {
            if (column.Field is null) continue;
            var text = row[column.Index].Text.Trim();
            if (text.Length > 0 && column.Heading.EndsWith(text, StringComparison.Ordinal)
                && (column.Heading.Length == text.Length || column.Heading[^(text.Length + 1)] == ' ')) same++;
        }
        return same >= 2 && same * 2 >= header.Columns.Count(c => c.Field is not null);
    }

    // A child whose note begins like a signature still has an ID or a name of its own.
    private static bool LooksLikeData(SheetRow row, Header header, string id)
    {
        if (header.Has(Field.CitizenId) && id.Length == 0 && string.IsNullOrWhiteSpace(header.Cell(row, Field.Name).Text)) return false;
        var others = 0;
        foreach (var column in header.Columns)
            if (column.Field is Field.Grade or Field.Status or Field.Class or Field.Boarding or Field.Kind or Field.Fee
                && !string.IsNullOrWhiteSpace(row[column.Index].Text)) others++;
        return others >= 2;
    }
}
