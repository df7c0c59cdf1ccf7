using System.Globalization;

namespace EduAid.Spreadsheets.Reading;

/// <summary>The wording of every refusal: what the file seems to be, where the trouble is, what to do.</summary>
internal static class Refusal
{
    private const string SaveAs = "请用 WPS 或 Excel 打开，另存为“Excel 工作簿（.xlsx）”后再上传。";

    public static FileProblem Damaged { get; } =
        new(FileProblem.Unreadable, "文件已损坏或不完整，无法读取。" + SaveAs);

    public static FileProblem Encrypted { get; } =
        new(FileProblem.Encrypted, "文件设有密码或工作簿保护，无法读取。请用 WPS 或 Excel 取消密码和保护，保存后再上传。");

    public static FileProblem Empty { get; } =
        new(FileProblem.Empty, "文件是空的（0 字节）。请检查是否选错了文件，或重新导出后再上传。");

    public static FileProblem Unknown { get; } =
        new(FileProblem.Unreadable, "无法识别文件内容，它不是表格。请上传 .xlsx、.xls 或 .csv 文件。");

    public static FileProblem NoTable { get; } =
        new(FileProblem.Unreadable, "文件是网页，其中没有表格，可能是导出时登录已失效。请重新导出后再上传。");

    public static FileProblem PageTooLarge { get; } =
        new(FileProblem.TooLarge, "文件是网页，其中的表格太大。" + SaveAs);

    public static FileProblem PageTooDeep { get; } =
        new(FileProblem.Unreadable, "文件是网页，其中的标签嵌套太深。" + SaveAs);

    public static FileProblem TooManySheets(int limit) =>
        new(FileProblem.TooLarge, $"文件中的工作表或表格超过 {limit} 个。请只保留需要的，另存后再上传。");

    public static FileProblem NotASpreadsheet(string seemsToBe) =>
        new(FileProblem.Unreadable, $"文件看起来是{seemsToBe}，不是表格。请把其中的数据放进 Excel 工作簿（.xlsx）后再上传。");

    public static FileProblem OtherSpreadsheet(string seemsToBe) =>
        new(FileProblem.Unreadable, $"文件看起来是{seemsToBe}，这种格式不能直接读取。{SaveAs}");

    public static FileProblem Archive(string seemsToBe) =>
        new(FileProblem.Unreadable, $"文件看起来是{seemsToBe}，不是表格。请先解压，再上传其中的表格文件。");

    public static FileProblem TooLarge(long bytes, long limit) =>
        new(FileProblem.TooLarge, $"文件有 {Mebibytes(bytes)} MB，超过上限 {Mebibytes(limit)} MB。请按学校或班级拆分后再上传。");

    public static FileProblem UnpacksTooLarge(long limit) =>
        new(FileProblem.TooLarge, $"工作簿解压后超过上限 {Mebibytes(limit)} MB。请删除多余的工作表和空白行列，另存后再上传。");

    public static FileProblem PackedTooTightly(string part) =>
        new(FileProblem.TooLarge, $"工作簿的“{part}”部分压缩比例异常，已拒绝读取。请用 WPS 或 Excel 重新保存后再上传。");

    public static UnreadableFileException TooManyColumns(string sheet, int row, int limit) =>
        new(new(FileProblem.Unreadable, $"工作表“{sheet}”第 {row} 行的内容超出第 {limit} 列。请删除多余的列后再上传。"));

    public static UnreadableFileException CellTooLong(string sheet, int row, int column, int limit) =>
        new(new(FileProblem.Unreadable, $"工作表“{sheet}”第 {row} 行第 {column} 列的内容超过 {limit} 个字。请缩短后再上传。"));

    public static FileProblem TextTooLong(int limit) =>
        new(FileProblem.TooLarge, $"工作簿中有单元格的内容远远超过 {limit} 个字。请缩短后再上传。");

    public static UnreadableFileException OpenQuote(string sheet, int row) =>
        new(new(FileProblem.Unreadable, $"“{sheet}”第 {row} 行过长，可能有引号没有成对。请改正后再上传，或另存为 .xlsx。"));

    public static UnreadableFileException RowOutOfRange(string sheet) =>
        new(new(FileProblem.Unreadable, $"工作表“{sheet}”的行号超出范围，文件可能已损坏。{SaveAs}"));

    public static UnreadableFileException OverlappingMerges(string sheet) =>
        new(new(FileProblem.Unreadable, $"工作表“{sheet}”的合并单元格互相重叠，文件可能已损坏。{SaveAs}"));

    public static UnreadableFileException AsException(this FileProblem problem) => new(problem);

    private static string Mebibytes(long bytes) => (bytes / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture);
}
