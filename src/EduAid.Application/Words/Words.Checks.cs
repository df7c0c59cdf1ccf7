using EduAid.Application.Checks;
using EduAid.Domain.Checks;
using EduAid.Domain.Programmes;
using Term = EduAid.Domain.Values.Semester;

namespace EduAid.Application.Words;

/// <content>What the checks of the books say.</content>
public sealed partial class Words
{
    public string CheckTitle(string code) => this[$"Check.Title.{code}"];

    /// <summary>How it works, for whoever has to rely on it.</summary>
    public string CheckHow(string code) => this[$"Check.How.{code}"];

    /// <summary>What a hit says.</summary>
    /// <param name="detail">As stored with it; its first part may choose a sentence of its own.</param>
    public string CheckFound(string code, string detail)
    {
        var parts = detail.Split('|');
        // Why the rules give nothing is said in their own words.
        if (code == CheckCodes.RegisteredNotPaid) return parts is [var fact, var value] ? this["Check.Found.registered.not-paid.rule", Reason(new(fact, value, "", ""))] : this["Check.Found.registered.not-paid"];
        return Fill(Find($"Check.Found.{code}.{parts[0]}") ?? this[$"Check.Found.{code}"], [.. parts.Select(Part)]);
    }

    /// <summary>What a hit is about: the child or the school, or the programme in words.</summary>
    public string CheckName(CheckHit hit) => hit.Code == CheckCodes.SumsDiffer ? Programme(hit.Name) : hit.Name;

    private string Part(string part) => Programmes.Contains(part) ? Programme(part)
        : Term.TryParse(part, out var semester) ? Semester(semester) : Find($"CheckPart.{part}") ?? part;

    private static readonly HashSet<string> Programmes = [.. Domain.Programmes.Programme.All.Select(p => p.Code)];
}
