namespace EduAid.Spreadsheets.Synthetic;

/// <summary>Fills sheets of one list: titles, header, rows with blanks and sums among them, signatures below.</summary>
internal sealed class ListSheet(Seeded random, CellText texts, IReadOnlyList<Head> heads, string title, string schoolName, Term term, bool messy, bool twoRows)
{
    public List<(string Code, int Row)> Rejects { get; } = [];

    public SheetPlan LayHidden(string name, IReadOnlyList<ListRow> rows)
    {
        var sheet = new SheetPlan(name) { Hidden = true };
        Header(sheet);
        foreach (var row in rows)
            sheet.Rows.Add(texts.Row(row, heads));
        return sheet;
    }

    public SheetPlan Lay(string name, IReadOnlyList<ListRow> rows)
    {
        var sheet = new SheetPlan(name);
        if (messy)
            Titles(sheet);
        Header(sheet);
        var written = new Dictionary<ListRow, Cell[]>(ReferenceEqualityComparer.Instance);
        var subtotal = messy && random.Chance(0.15) ? random.Between(5, 25) : int.MaxValue;
        var serial = 0;
        foreach (var row in rows)
        {
            if (messy && serial > 0 && random.Chance(0.015))
                sheet.Rows.Add(random.Chance(0.5) ? [] : new Cell[heads.Count]);
            if (serial > 0 && serial % subtotal == 0)
                Sum(sheet, "小计", subtotal);
            sheet.Rows.Add(Cells(row, rows, written, ++serial));
            Rejects.AddRange(Faults.CodesOf(row.Fault).Select(code => (code, sheet.Rows.Count)));
        }

        if (messy)
            Close(sheet, rows.Count);
        return sheet;
    }

    /// <summary>A copy repeats its original's cells to the letter; only the serial number may go on.</summary>
    private Cell[] Cells(ListRow row, IReadOnlyList<ListRow> rows, Dictionary<ListRow, Cell[]> written, int serial)
    {
        var original = row.IsCopy ? rows.First(other => !other.IsCopy && other.Pupil == row.Pupil) : row;
        Cell[] cells = row.IsCopy ? [.. written[original]] : texts.Row(row, heads);
        if (!row.IsCopy)
            written[row] = cells;
        for (var at = 0; at < heads.Count; at++)
        {
            if (heads[at].Column == Column.Serial)
                cells[at] = serial;
        }

        return cells;
    }

    private void Titles(SheetPlan sheet)
    {
        var count = random.Weighted(2, 3, 5, 3, 1, 1, 0, 0, 0, 0, 1, 1, 1);
        for (var line = 0; line < count; line++)
        {
            sheet.Rows.Add(line switch
            {
                0 => [title],
                1 => [$"填报单位:{schoolName}", "", "", $"填报日期:{term.Year}年{(term.Spring ? 4 : 10)}月"],
                2 => ["说明：姓名、身份证号须与户口簿一致"],
                3 => [],
                _ => [$"{line - 3}. 各班主任逐项核对，不得漏报"],
            });
            if (line == 0 && heads.Count > 1)
                sheet.Merges.Add(new Merge(0, 0, 0, heads.Count - 1));
        }
    }

    private void Header(SheetPlan sheet)
    {
        var top = sheet.Rows.Count;
        if (!twoRows)
        {
            sheet.Rows.Add([.. heads.Select(head => (Cell)head.Text)]);
            return;
        }

        var groups = new Cell[heads.Count];
        var leaves = new Cell[heads.Count];
        for (var at = 0; at < heads.Count; at++)
        {
            if (heads[at].Group is not { } group)
            {
                groups[at] = heads[at].Text;
                sheet.Merges.Add(new Merge(top, at, top + 1, at));
                continue;
            }

            leaves[at] = heads[at].Text;
            if (at > 0 && heads[at - 1].Group == group)
                continue;
            groups[at] = group;
            var last = at;
            while (last + 1 < heads.Count && heads[last + 1].Group == group)
                last++;
            sheet.Merges.Add(new Merge(top, at, top, last));
        }

        sheet.Rows.Add(groups);
        sheet.Rows.Add(leaves);
    }

    private void Sum(SheetPlan sheet, string label, int count)
    {
        if (random.Chance(0.3) && heads.Count > 2)
            sheet.Rows.Add(["", label, count]);
        else
            sheet.Rows.Add([label, count]);
    }

    private void Close(SheetPlan sheet, int count)
    {
        if (random.Chance(0.7))
            Sum(sheet, random.Pick("合计", "总计", "合 计", "合计："), count);
        if (random.Chance(0.3))
            sheet.Rows.Add([]);
        if (random.Chance(0.7))
            sheet.Rows.Add(["制表人:", "", "审核人:"]);
        if (random.Chance(0.2))
            sheet.Rows.Add(["填表说明：本表一式两份，学校和县资助中心各存一份"]);
    }
}
