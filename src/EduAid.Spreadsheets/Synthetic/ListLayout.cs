using System.Globalization;
using System.Text;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>One school's list, laid out: its file name, its sheets, and which of its rows must be refused.</summary>
internal sealed record LaidOutList(string FileName, ListForm Form, IReadOnlyList<SheetPlan> Sheets, IReadOnlyList<(string Code, int Row)> Rejects);

internal enum ListForm
{
    Xlsx,
    Xls,
    CsvUtf8Bom,
    CsvUtf8,
    CsvGb18030,
    TabsUtf16,
    XlsxNamedXls,
    HtmlNamedXls,
    TabsNamedXls,
}

/// <summary>Lays a school's rows out the way that school would.</summary>
internal static class ListLayout
{
    public static LaidOutList Make(CountyPlan county, Term term, School school, IReadOnlyList<ListRow> rows)
    {
        var random = new Seeded(county.Options.Seed).Fork("layout" + term, school.Number);
        var messy = county.Options.Messy;
        var form = Form(random, school, messy);
        var isBook = form is ListForm.Xlsx or ListForm.Xls or ListForm.XlsxNamedXls;
        var twoRows = messy && isBook && random.Chance(0.2);
        var hasDates = rows.Any(row => row.TransferredIn is not null || row.TransferredOut is not null);
        var heads = messy ? Headings.Messy(random, school, hasDates, twoRows) : Headings.Clean();
        var sheet = new ListSheet(random, new CellText(random, school, messy), heads, $"{school.Name}{term.Title}资助学生名单", school.Name, term, messy, twoRows);

        var sheets = new List<SheetPlan>();
        if (messy && isBook && random.Chance(0.2))
        {
            foreach (var part in rows.GroupBy(row => (row.Stage, row.Grade)).OrderBy(group => group.Key))
                sheets.Add(sheet.Lay(SheetName(part.Key), [.. part]));
        }
        else
        {
            sheets.Add(sheet.Lay("名单", rows));
        }

        var rejects = sheet.Rejects;
        if (messy && isBook)
            AddOtherSheets(random, sheet, sheets, rows);
        return new LaidOutList(FileName(school, form), form, sheets, rejects);
    }

    public static byte[] Write(LaidOutList list) => list.Form switch
    {
        ListForm.Xls => XlsWriter.Write(list.Sheets),
        ListForm.Xlsx or ListForm.XlsxNamedXls => XlsxWriter.Write(list.Sheets),
        ListForm.CsvUtf8Bom => TextWriters.Delimited(list.Sheets[0], ',', new UTF8Encoding(true)),
        ListForm.CsvUtf8 => TextWriters.Delimited(list.Sheets[0], ',', new UTF8Encoding(false)),
        ListForm.CsvGb18030 => TextWriters.Delimited(list.Sheets[0], ',', TextWriters.Gb18030),
        ListForm.TabsUtf16 => TextWriters.Delimited(list.Sheets[0], '\t', Encoding.Unicode),
        ListForm.TabsNamedXls => TextWriters.Delimited(list.Sheets[0], '\t', TextWriters.Gb18030),
        _ => TextWriters.Html(list.Sheets[0]),
    };

    private static ListForm Form(Seeded random, School school, bool messy) => messy
        ? (ListForm)random.Weighted(50, 17, 5, 4, 12, 3, 3, 3, 3)
        : (school.Number % 6) switch { 2 => ListForm.Xls, 0 => ListForm.CsvGb18030, 3 => ListForm.CsvUtf8Bom, _ => ListForm.Xlsx };

    private static string FileName(School school, ListForm form) =>
        school.Number.ToString("D3", CultureInfo.InvariantCulture) + "." + form switch
        {
            ListForm.Xlsx => "xlsx",
            ListForm.Xls or ListForm.XlsxNamedXls or ListForm.HtmlNamedXls or ListForm.TabsNamedXls => "xls",
            _ => "csv",
        };

    private static string SheetName((Stage Stage, int Grade) part) =>
        $"{part.Stage switch { Stage.Preschool => "学前", Stage.Primary => "小学", Stage.Junior => "初中", Stage.SeniorHigh => "高中", _ => "中职" }}{part.Grade}";

    /// <summary>A page of explanation that has no header, and last year's list that someone hid: neither counts.</summary>
    private static void AddOtherSheets(Seeded random, ListSheet sheet, List<SheetPlan> sheets, IReadOnlyList<ListRow> rows)
    {
        if (random.Chance(0.3))
        {
            var notes = new SheetPlan("填表说明") { Hidden = random.Chance(0.5) };
            notes.Rows.Add(["请如实填写"]);
            notes.Rows.Add(["姓名须与户口簿一致，身份证号须为18位"]);
            sheets.Insert(random.Next(2) * sheets.Count, notes);
        }

        if (random.Chance(0.2))
        {
            var old = rows.Where(row => row.Accepted).Take(5)
                .Select(row => row with { Status = Status.InSchool, Boards = row.Boards is null ? null : !row.Boards, Class = row.Class + 1 });
            sheets.Add(sheet.LayHidden("旧名单", [.. old]));
        }
    }
}
