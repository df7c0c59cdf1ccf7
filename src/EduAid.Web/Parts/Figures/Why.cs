namespace EduAid.Web.Parts.Figures;

/// <summary>An amount with its reasons, for <c>&lt;partial name="_Why" model="…" /&gt;</c>.</summary>
/// <param name="Subject">Whose amount.</param>
/// <param name="Fen">Null when nothing is paid: the reasons then say why not.</param>
/// <param name="Summary">Programme, semester, payee.</param>
public sealed record Why(
    string Subject,
    long? Fen,
    string Summary,
    IReadOnlyList<WhyReason> Reasons,
    IReadOnlyList<WhyBasis> Bases,
    IReadOnlyList<MenuLink> Links);

/// <param name="Source">Where the fact was read, or how the figure comes about.</param>
/// <param name="Fen">What this reason adds or takes away; null for a condition.</param>
public sealed record WhyReason(string Text, string? Source, long? Fen = null, Tone Tone = Tone.Ok);

/// <param name="ValidFrom">Semester from which the standard holds; null where it has always held.</param>
/// <param name="Checked">Day on which someone last compared it with the rules in force; null for never.</param>
/// <param name="Stale">That day is long past: pointed out.</param>
public sealed record WhyBasis(string Document, string Clause, string? ValidFrom, DateOnly? Checked, bool Stale = false);
