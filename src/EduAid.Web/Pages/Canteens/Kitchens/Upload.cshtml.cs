using EduAid.Application.Audit;
using EduAid.Application.Canteens;
using EduAid.Application.Ledgers;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Ledgers;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Canteens.Kitchens;

/// <summary>Facts of canteens from a workbook: checked by a dry run, then taken in.</summary>
public sealed class UploadModel(ImportCanteenFacts import, LedgerUpload upload, Visitor visitor, IStringLocalizer<Texts> texts) : LedgerUploadPage(upload, visitor, texts)
{
    protected override string Ledger => "canteen-facts";

    protected override string Home => "/Canteens/Kitchens";

    protected override string Title => "Canteen.Kitchens";

    protected override string Columns => CanteenFactSheet.NeededColumns;

    protected override Task<LedgerImport> ImportAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => import.RunAsync(actor, file, dryRun, stop);
}
