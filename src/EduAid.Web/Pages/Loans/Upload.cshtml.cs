using EduAid.Application.Audit;
using EduAid.Application.Ledgers;
using EduAid.Application.Loans;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Ledgers;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Loans;

/// <summary>Loans from a workbook: checked by a dry run, then taken in.</summary>
public sealed class UploadModel(ImportLoans import, LedgerUpload upload, Visitor visitor, IStringLocalizer<Texts> texts) : LedgerUploadPage(upload, visitor, texts)
{
    protected override string Ledger => "loans";

    protected override string Home => "/Loans";

    protected override string Title => "Loan.Title";

    protected override string Columns => LoanSheet.NeededColumns;

    protected override Task<LedgerImport> ImportAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => import.RunAsync(actor, file, dryRun, stop);
}
