using EduAid.Application.Intake;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using ExcelDataReader;
using MiniExcelLibs;

namespace EduAid.Benchmarks;

/// <summary>Read, check and stage a list of one school, against ExcelDataReader only reading the cells.</summary>
internal static class ReadingJob
{
    public static async Task RunAsync(int rows)
    {
        var file = Path.Combine(Path.GetTempPath(), $"eduaid-reading-{rows}.xlsx");
        MiniExcel.SaveAs(file, Rows(rows), overwriteFile: true);
        var times = Job.Compare(() => Read(file, rows), () => ReadCells(file));
        Job.Print($"read, check and stage {rows:N0} × 16 cells of .xlsx", "≤ 2 ×", times, await Job.PeakOfAsync("reading", file, $"{rows}"));
        File.Delete(file);
    }

    /// <summary>What staging does with a list before anybody accepts it: the original encrypted and kept, every row read, checked and compared.</summary>
    public static void Read(string file, int rows)
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("eduaid-benchmark-").FullName);
        KeyRing.Create(folder);
        var stored = new StoredFiles(folder, KeyRing.Open(folder));
        stored.SaveAsync(Keys.New(DateTimeOffset.UnixEpoch), File.ReadAllBytes(file), CancellationToken.None).GetAwaiter().GetResult();
        var school = new SchoolFacts("3415230001", "第一小学", SchoolKind.Primary, Sponsor.Public, Tier.Unstated, null, true, false);
        var reader = new EnrolmentReader(new SchoolDirectory([school]), Semester.Spring(2020), new DateOnly(2020, 4, 1));
        var batch = FileBatch.Read(reader, [new SentFile(file, () => File.OpenRead(file))], new(), CancellationToken.None);
        if (batch.Accepted(0).Count() != rows) throw new InvalidOperationException("Rows were lost.");
        Directory.Delete(folder.Path, recursive: true);
    }

    private static void ReadCells(string file)
    {
        using var stream = File.OpenRead(file);
        using var raw = ExcelReaderFactory.CreateReader(stream);
        while (raw.Read())
            for (var i = 0; i < raw.FieldCount; i++) _ = raw.GetValue(i);
    }

    private static IEnumerable<Dictionary<string, object>> Rows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var body = $"341523{2008 + (i % 6)}{1 + (i % 12):00}{1 + (i % 28):00}{i % 1000:000}";
            yield return new()
            {
                ["序号"] = i + 1,
                ["学校名称"] = "第一小学",
                ["姓名"] = $"学生{i}",
                // Made unique by the class of the area code's last digits rather than by the sequence of 1000.
                ["身份证号"] = Id(body, i / 1000),
                ["学段"] = "小学",
                ["年级"] = "三年级",
                ["班级"] = $"{1 + (i % 9)}班",
                ["是否寄宿"] = i % 2 == 0 ? "是" : "否",
                ["在校状态"] = "在读",
                ["监护人姓名"] = "监护人",
                ["开户银行"] = "农村商业银行",
                ["银行卡号"] = $"62170{i:00000000000000}",
                ["联系电话"] = $"130{i:00000000}",
                ["家庭住址"] = "某镇某村",
                ["户籍性质"] = "农村",
                ["备注"] = "",
            };
        }
    }

    private static string Id(string body, int area)
    {
        var seventeen = $"{341500 + (area % 99)}{body[6..]}";
        return seventeen + CitizenId.CheckCharacterOf(seventeen);
    }
}
