using System.Text;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Banking;

namespace EduAid.Spreadsheets.Tests.Banking;

/// <summary>Invented batches and the formats of the checkout.</summary>
internal static class Batches
{
    public const string Number = "PL20200603";

    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public static readonly BankFileHead Head = new(
        Number, "示教资〔2020〕12号", "义务教育生活补助", "compulsory-living", Semester.Spring(2020), new DateOnly(2020, 6, 3), "示例县");

    public static readonly IReadOnlyList<BankFileLine> Three =
    [
        new(1, "童一甲", "6217000000000000017", "示例农商银行", 50_000, CitizenId.FromStored("341523201003050024"), "一年级"),
        new(2, "家长·乙", "6217000000000000025", "示例农商银行", 31_250),
        new(3, "㐂丙", "62170000000000033", null, 62_500, Remark: "住校"),
    ];

    static Batches() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Gb18030 => Encoding.GetEncoding("GB18030");

    public static BankFormat CardWorkbook => Shipped("card-workbook");

    public static BankFormat OneCard => Shipped("one-card");

    public static BankFormat Shipped(string code) => Format(Json(code));

    public static BankFormat Format(string json)
    {
        var reading = BankFormatFile.Read(json);
        reading.Problems.Should().BeEmpty();
        return reading.Format!;
    }

    public static string Json(string code) => File.ReadAllText(Path.Combine(Folder, code + ".json"));

    public static BankFileContent Write(BankFormat format, params IEnumerable<BankFileLine> lines)
    {
        var result = BankFile.Write(format, Head, lines, Key);
        result.Problems.Should().BeEmpty();
        return result.File!;
    }

    public static string Text(BankFileContent file) => Gb18030.GetString(file.Content);

    public static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (Directory.Exists(Path.Combine(folder.FullName, "seeds", "bank-formats")))
                    return Path.Combine(folder.FullName, "seeds", "bank-formats");
            throw new DirectoryNotFoundException("seeds/bank-formats");
        }
    }
}
