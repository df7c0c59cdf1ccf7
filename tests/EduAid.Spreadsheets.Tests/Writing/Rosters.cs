using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Tests.Writing;

internal sealed record Entry(string School, string Name, string CitizenId, string Class, string? Card, long Fen, string? Note);

/// <summary>Invented rosters: the numbers are no citizen's, their check characters are not computed.</summary>
internal static class Rosters
{
    public const string Title = "2020年春季学期义务教育生活补助发放花名册(草稿)";

    public static readonly string[] Signatures = ["制表人", "审核人", "校长", "盖章"];

    public static readonly Column<Entry>[] Columns =
    [
        Column.Ordinal<Entry>(),
        Column.Text<Entry>("学校名称", 24, e => e.School),
        Column.Text<Entry>("姓名", 12, e => e.Name),
        Column.Code<Entry>("身份证号", 22, e => e.CitizenId),
        Column.Text<Entry>("班级", 12, e => e.Class),
        Column.Code<Entry>("银行卡号", 24, e => e.Card),
        Column.Amount<Entry>("金额(元)", 14, e => e.Fen),
        Column.Text<Entry>("备注", 16, e => e.Note),
    ];

    public static Entry[] Entries(string school, int count, int start = 0) =>
    [
        .. Enumerable.Range(start, count).Select(n => new Entry(
            school, $"学生{n}", $"34152320100101{n % 10_000:0000}", $"{n % 6 + 1}年级{n % 3 + 1}班",
            n % 7 == 0 ? null : $"621700000000{n:0000000}", n % 2 == 0 ? 312_50 : 500_00, n % 7 == 0 ? "无银行卡" : null)),
    ];

    public static RosterSheet<Entry> Of(string school, IReadOnlyCollection<Entry> entries) =>
        new(Title, school, Columns, entries, entries.Count, entries.Sum(e => e.Fen), Signatures);

    public static RosterSheet<Entry> Of(string school, int count) => Of(school, Entries(school, count));

    /// <summary>The roster by the writer asked for, whatever its size.</summary>
    public static byte[] Lay(RosterSheet<Entry> sheet, bool streamed) => Written.By(stream =>
    {
        using IBook book = streamed ? new StreamedBook(stream) : new ClosedXmlBook(stream);
        RosterLayout.Write(book, new SheetNames().Take(sheet.School), sheet, CancellationToken.None);
        book.Complete();
    });
}
