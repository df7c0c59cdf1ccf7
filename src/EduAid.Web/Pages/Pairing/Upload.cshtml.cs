using EduAid.Application.Audit;
using EduAid.Application.Ledgers;
using EduAid.Application.Pairing;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Ledgers;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Pairing;

/// <summary>Pairs from a workbook: checked by a dry run, then taken in.</summary>
public sealed class UploadModel(ImportPairs import, LedgerUpload upload, Visitor visitor, IStringLocalizer<Texts> texts) : LedgerUploadPage(upload, visitor, texts)
{
    protected override string Ledger => "pairs";

    protected override string Home => "/Pairing/Workbooks";

    protected override string Title => "Pairing.PairsBook";

    protected override string Columns => PairSheet.NeededColumns;

    protected override Task<LedgerImport> ImportAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => import.RunAsync(actor, file, dryRun, stop);
}
