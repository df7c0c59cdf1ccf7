using EduAid.Application.Audit;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Ledgers;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Ledgers;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>The register of home teaching from a workbook: checked by a dry run, then taken in.</summary>
public sealed class UploadModel(ImportHomeChildren import, LedgerUpload upload, Visitor visitor, IStringLocalizer<Texts> texts) : LedgerUploadPage(upload, visitor, texts)
{
    protected override string Ledger => "home-children";

    protected override string Home => "/HomeTeaching/Visits";

    protected override string Title => "HomeTeaching.RegisterBook";

    protected override string Columns => HomeChildSheet.NeededColumns;

    protected override Task<LedgerImport> ImportAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => import.RunAsync(actor, file, dryRun, stop);
}
