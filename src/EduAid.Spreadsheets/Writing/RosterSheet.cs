namespace EduAid.Spreadsheets.Writing;

/// <summary>
/// One school's roster as it is printed. <paramref name="Count"/> and <paramref name="TotalFen"/> are what the roster
/// says; a sheet whose rows add up to something else is not written (二(二)9: the data must equal the roster).
/// </summary>
/// <param name="Title">Such as 2020年春季学期义务教育生活补助发放花名册(草稿).</param>
/// <param name="School">Names the sheet, and the line in the summary.</param>
/// <param name="Columns">With one <see cref="Column.Amount{TRow}"/> and at least three others.</param>
/// <param name="Rows">Read once, while the sheet is written.</param>
/// <param name="Count">How many entries.</param>
/// <param name="TotalFen">Their sum in fen.</param>
/// <param name="Signatures">Labels of the lines to sign on, such as 制表人.</param>
public sealed record RosterSheet<TRow>(
    string Title,
    string School,
    IReadOnlyList<Column<TRow>> Columns,
    IEnumerable<TRow> Rows,
    int Count,
    long TotalFen,
    IReadOnlyList<string> Signatures);
