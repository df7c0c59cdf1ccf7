using EduAid.Application.Audit;
using EduAid.Application.Dropouts;
using EduAid.Application.Ledgers;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Ledgers;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Dropouts;

/// <summary>Cases from a workbook: checked by a dry run, then taken in.</summary>
public sealed class UploadModel(ImportDropouts import, LedgerUpload upload, Visitor visitor, IStringLocalizer<Texts> texts) : LedgerUploadPage(upload, visitor, texts)
{
    protected override string Ledger => "dropouts";

    protected override string Home => "/Dropouts";

    protected override string Title => "Dropout.Title";

    protected override string Columns => DropoutSheet.NeededColumns;

    protected override Task<LedgerImport> ImportAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => import.RunAsync(actor, file, dryRun, stop);
}
