using System.Globalization;
using System.Net;
using System.Text;
using EduAid.Application.Setup;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Archives;

/// <summary>The sheet that is printed and kept apart from the package: without the fingerprint on paper a package proves nothing.</summary>
internal static class ArchiveCover
{
    private const string Style =
        "@page{size:A4;margin:18mm}body{font:11pt/1.6 SimSun,'Noto Serif CJK SC',serif;color:#000;max-width:48em;margin:auto}h1{text-align:center;font-size:20pt}"
        + "table{border-collapse:collapse;width:100%;margin:1em 0}th,td{border:1px solid #000;padding:.25em .5em;text-align:left;vertical-align:top}"
        + "td.n{text-align:right}code,.key{font-family:Consolas,'DejaVu Sans Mono',monospace;word-break:break-all}.key{font-size:14pt;border:2px solid #000;padding:.6em;width:40ch;margin:1em auto}"
        + "thead th,td.k{white-space:nowrap}td code{font-size:9pt}"
        + "thead{display:table-header-group}tr{break-inside:avoid}.sign{display:flex;justify-content:space-between;margin-top:3em}";

    public static string Html(ArchiveSubject subject, IReadOnlyList<ArchivedFile> files, KeyFingerprint key)
    {
        var html = new StringBuilder();
        var made = TimeZoneInfo.ConvertTime(subject.MadeAt, CountyTime.Zone);
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>{Text("资金发放档案封面")}</title><style>{Style}</style></head><body>\n");
        html.Append("<h1>教育资助资金发放档案封面</h1>\n<table><tbody>\n");
        Row("县（市、区）", $"{subject.County}（{subject.CountyCode}）");
        Row("学期", Semester.TryParse(subject.Semester, out var semester) ? semester.ToChinese() : subject.Semester);
        Row("资助项目", Programme.Find(subject.Programme)?.ChineseName ?? subject.Programme);
        Row("归档时间", made.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture));
        Row("归档人", subject.MadeBy);
        Row("审计链位置", string.Create(CultureInfo.InvariantCulture, $"第 {subject.Audit.Number} 条（第 {subject.Audit.Epoch} 段），校验值 {subject.Audit.Mac}"));
        Row("文件", string.Create(CultureInfo.InvariantCulture, $"{files.Count} 个，共 {files.Sum(f => f.Size):N0} 字节"));
        html.Append("</tbody></table>\n<h2>签名公钥指纹（SHA-256）</h2>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"key\">{key}</p>\n");
        html.Append("<p>请打印本页，与电子档案分开保管。核验时以纸质页上的指纹为准，在任何装有本程序的计算机上运行（不需要数据库）：</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p><code>eduaid archive verify 档案.zip --fingerprint {key}</code></p>\n");
        html.Append("<h2>文件目录</h2>\n<table><thead><tr><th>序号</th><th>文件</th><th>种类</th><th>字节</th><th>SHA-256</th></tr></thead><tbody>\n");
        for (var i = 0; i < files.Count; i++)
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{i + 1}</td><td>{Text(files[i].Name)}</td><td class=\"k\">{Kind(files[i].Kind)}</td><td class=\"n\">{files[i].Size:N0}</td><td><code>{files[i].Sha256}</code></td></tr>\n");
        html.Append("</tbody></table>\n<p class=\"sign\"><span>归档人（签字）：</span><span>复核人（签字）：</span><span>年　　月　　日</span></p>\n</body></html>\n");
        return html.ToString();

        void Row(string label, string value) => html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{label}</th><td>{Text(value)}</td></tr>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Kind(ArchiveKind kind) => kind switch
    {
        ArchiveKind.Roster => "发放花名册",
        ArchiveKind.Notice => "公示",
        ArchiveKind.Approval => "发放文件",
        ArchiveKind.BankFile => "银行文件",
        ArchiveKind.BankReturn => "银行回盘",
        ArchiveKind.Voucher => "拨付票据",
        ArchiveKind.Explanation => "计算依据",
        ArchiveKind.Document => "其他材料",
        ArchiveKind.Cover => "封面",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
