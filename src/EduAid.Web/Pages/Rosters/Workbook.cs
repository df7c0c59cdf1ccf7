using Microsoft.AspNetCore.Mvc;

namespace EduAid.Web.Pages.Rosters;

/// <summary>A workbook as a download; its Chinese name is sent by RFC 5987, and the answer is kept nowhere.</summary>
internal static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static FileStreamResult File(MemoryStream content, string name)
    {
        content.Position = 0;
        return new FileStreamResult(content, ContentType) { FileDownloadName = name + ".xlsx" };
    }
}
