using EduAid.Application.Audit;
using EduAid.Application.Ledgers;
using EduAid.Application.Pairing;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Ledgers;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Pairing;

/// <summary>Visits from a workbook: checked by a dry run, then taken in.</summary>
public sealed class UploadVisitsModel(ImportPairVisits import, LedgerUpload upload, Visitor visitor, IStringLocalizer<Texts> texts) : LedgerUploadPage(upload, visitor, texts)
{
    protected override string Ledger => "pair-visits";

    protected override string Home => "/Pairing/Workbooks";

    protected override string Title => "Pairing.VisitsBook";

    protected override string Columns => PairVisitSheet.NeededColumns;

    protected override Task<LedgerImport> ImportAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => import.RunAsync(actor, file, dryRun, stop);
}
