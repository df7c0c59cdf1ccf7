using EduAid.Application.Audit;
using EduAid.Application.Canteens;
using EduAid.Application.Ledgers;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Ledgers;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Canteens;

/// <summary>Statements from a workbook, of any schools and months: checked by a dry run, then taken in.</summary>
public sealed class UploadModel(ImportStatements import, LedgerUpload upload, Visitor visitor, IStringLocalizer<Texts> texts) : LedgerUploadPage(upload, visitor, texts)
{
    protected override string Ledger => "canteen-statements";

    protected override string Home => "/Canteens";

    protected override string Title => "Canteen.Statements";

    protected override string Columns => StatementSheet.NeededColumns;

    protected override Task<LedgerImport> ImportAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => import.RunAsync(actor, file, dryRun, stop);
}
