using EduAid.Application.Documents;
using EduAid.Application.Ledgers;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Ledgers;

/// <summary>What the part that takes in a ledger's workbook shows.</summary>
/// <param name="Columns">The needed columns, as the workbook names them.</param>
public sealed record LedgerForm(string Title, string Back, string Columns, LedgerImport? Checked, string? Key, string FileName)
{
    /// <summary>Names the field of the file; what was sent is not shown again.</summary>
    public IFormFile? Workbook { get; init; }
}

/// <summary>Taking in a ledger's workbook in two steps: it is checked by a dry run, then the very same bytes are taken.</summary>
public sealed class LedgerUpload(CheckedFiles files, Visitor visitor, IStringLocalizer<Texts> texts)
{
    public LedgerImport? Checked { get; private set; }

    /// <summary>Under which the checked file waits; null where findings keep it out.</summary>
    public string? Key { get; private set; }

    public string FileName { get; private set; } = "";

    public async Task CheckAsync(string ledger, IFormFile? workbook, ModelStateDictionary state, Func<CheckedFile, Task<LedgerImport>> dryRun, CancellationToken stop)
    {
        if (workbook is null or { Length: 0 } or { Length: > AttachDocument.Largest })
        {
            state.AddModelError("Workbook", texts["Ledger.Import.Missing"]);
            return;
        }
        using var content = new MemoryStream();
        await workbook.CopyToAsync(content, stop);
        var file = new CheckedFile(workbook.FileName, content.ToArray());
        (FileName, Checked) = (file.Name, await dryRun(file));
        if (Checked.Findings.Count > 0) state.AddModelError("Workbook", texts["Ledger.Import.Faulty", Checked.Findings.Count]);
        else if (Checked.Added + Checked.Changed > 0) Key = files.Put(visitor.Scope.County, visitor.Actor.Name, ledger, file);
    }

    /// <returns>What was written; null where nothing was, which <paramref name="state"/> says.</returns>
    public async Task<LedgerImport?> TakeAsync(string ledger, string? key, ModelStateDictionary state, Func<CheckedFile, Task<LedgerImport>> import)
    {
        if (files.Find(visitor.Scope.County, visitor.Actor.Name, ledger, key) is not { } file)
        {
            state.AddModelError("Workbook", texts["Ledger.Import.Gone"]);
            return null;
        }
        (FileName, Checked) = (file.Name, await import(file));
        if (Checked.Written)
        {
            files.Remove(visitor.Scope.County, visitor.Actor.Name, ledger, key!);
            return Checked;
        }
        // Somebody has changed the ledger since it was checked.
        state.AddModelError("Workbook", texts["Ledger.Import.Faulty", Checked.Findings.Count]);
        return null;
    }
}
