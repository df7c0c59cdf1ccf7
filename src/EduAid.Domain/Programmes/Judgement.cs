using EduAid.Domain.Values;

namespace EduAid.Domain.Programmes;

/// <summary>To whom a programme pays.</summary>
public enum Payee
{
    Card = 1,
    School,
}

/// <summary>
/// One step of an explanation: a fact or a parameter that was used, with the clause it serves.
/// </summary>
/// <param name="Fact">Stable code of what is stated, such as <c>registered</c>; put into words by the presentation.</param>
/// <param name="Value">The fact's value as the files or the catalogue have it.</param>
/// <param name="Part">What this step adds to or takes from the amount; the parts of an entitlement add up to it.</param>
/// <param name="Parameter">The parameter used, where one was, with the semester since which its value holds.</param>
/// <param name="CheckAgain">The parameter's value is doubted or long unchecked: a person should look at the rules in force.</param>
public sealed record Reason(
    string Fact, string Value, string Clause, string Document, Money? Part = null, string? Parameter = null, Semester? From = null,
    DateOnly? CheckedOn = null, bool CheckAgain = false, string? Doubt = null);

/// <summary>What a programme says about one child: an amount, nothing, or a question to a person. Each with its reasons in order.</summary>
public abstract record Judgement(IReadOnlyList<Reason> Reasons);

/// <param name="Amount">Whole fen of this semester, more than 0.</param>
/// <param name="Flags">Finding codes that do not hold the amount, such as <c>card.missing</c>.</param>
public sealed record Entitlement(Money Amount, Payee Payee, IReadOnlyList<string> Flags, IReadOnlyList<Reason> Reasons) : Judgement(Reasons);

/// <param name="Why">Stable code of the condition that is not met, the fact of the last reason.</param>
/// <param name="Notice">A finding that the county should look at although nothing is due.</param>
public sealed record Nothing(string Why, IReadOnlyList<Reason> Reasons, string? Notice = null) : Judgement(Reasons);

/// <param name="Findings">One or more codes; the amount is held until a person has decided each.</param>
public sealed record Held(IReadOnlyList<string> Findings, IReadOnlyList<Reason> Reasons) : Judgement(Reasons);
