using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Lists;

/// <summary>The words that the grid's script uses, so that they stand with all others.</summary>
internal static class EntryWords
{
    private static readonly string[] Keys =
    [
        "Saving", "Saved", "NotSaved", "SignedOut", "Loading", "Blank", "CellName", "RowName", "Verdict.Good", "Verdict.Warned", "Verdict.Rejected", "Verdict.Duplicate", "Verdict.PassedOver",
        "Elsewhere", "Filled", "Conflict", "ConflictMoved", "Pasted", "PassedOver", "NotWanted", "TooLarge", "TooManyRows", "NoFault", "FilledCells", "Masked", "Empty",
    ];

    public static IReadOnlyDictionary<string, string> Of(IStringLocalizer<Texts> texts) => Keys.ToDictionary(k => k, k => texts["Entry.Js." + k].Value);
}
