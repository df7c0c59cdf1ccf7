using System.Globalization;
using System.Resources;
using EduAid.Application.Archives;
using EduAid.Application.Coverage;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Ledgers;
using EduAid.Application.Matching;
using EduAid.Application.Pairing;
using EduAid.Application.Payments;
using EduAid.Application.Payments.Arrivals;
using EduAid.Application.People;
using EduAid.Application.People.Bulk;
using EduAid.Application.Policies;
using EduAid.Application.Review;
using EduAid.Application.Supervision;
using EduAid.Domain.Changes;
using EduAid.Domain.Coverage;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Findings;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Loans;
using EduAid.Domain.Matching;
using EduAid.Domain.Pairing;
using EduAid.Domain.Payments;
using EduAid.Domain.Plans;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Review;
using EduAid.Domain.Rosters;
using EduAid.Domain.Supervision;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Term = EduAid.Domain.Values.Semester;

namespace EduAid.Application.Words;

/// <summary>
/// What the application says, in one language, from the resources beside it: simplified Chinese, or a language that has a file of its own.
/// Codes go in, sentences for people come out; a code without words gets a general sentence and is never shown itself.
/// </summary>
public sealed partial class Words(CultureInfo culture)
{
    // The first segment of a key says in which file it stands.
    private static readonly Dictionary<string, ResourceManager> Files = new(StringComparer.Ordinal)
    {
        ["Problem"] = From("Problems"),
        ["Sex"] = From("Problems"),
        ["Finding"] = From("Problems"),
        ["Flag"] = From("Problems"),
        ["Reason"] = From("Reasons"),
        ["Fact"] = From("Reasons"),
        ["Note"] = From("Reasons"),
        ["Cli"] = From("Cli"),
    };

    private static readonly ResourceManager Terms = From("Terms");

    /// <summary>Simplified Chinese: what goes on paper and into files, whatever language the screen speaks.</summary>
    public static Words Chinese { get; } = new(CultureInfo.GetCultureInfo("zh-Hans"));

    public static Words In(CultureInfo culture) => new(culture);

    /// <summary>The text of a key with its places filled; the key itself where there is no such text, so that the gap is seen.</summary>
    public string this[string key, params object[] args] => Find(key) is { } text ? Fill(text, args) : key;

    /// <summary>What is wrong with a file, a row or a cell, and what to do about it.</summary>
    public string Problem(Problem problem)
    {
        var (code, detail) = (problem.Code, problem.Detail);
        switch (code)
        {
            case FindingCodes.HeaderMissing when detail.Split('|', 2) is [var wanted, var nearest]:
                return this["Problem.header.missing.near", wanted, nearest];
            case FindingCodes.SexMismatch when detail is "男" or "女":
                return this["Problem.sex.mismatch", this[detail == "男" ? "Sex.male" : "Sex.female"]];
            // A detail such as 15, lost or account selects a sentence of its own.
            case FindingCodes.IdLength or FindingCodes.CardInvalid or FindingCodes.SchoolCodeMissing when Find($"Problem.{code}.{detail}") is { } special:
                return special;
            default:
                return Detailed($"Problem.{code}", detail) ?? Finding(code, detail);
        }
    }

    public string FindingTitle(string code) => Find($"Finding.Title.{code}") ?? this["Finding.Title.other"];

    /// <summary>A review finding with what to do about it.</summary>
    /// <param name="detail">As stored with the finding; may be empty.</param>
    public string Finding(string code, string detail)
    {
        // The detail of a missing standard is the parameter's name, of a missing fee or sponsor the specialty or the kindergarten.
        if (code == FindingCodes.ParameterMissing && Find($"Parameter.{detail}") is { } parameter) return this["Finding.parameter.missing.parameter", parameter];
        return Detailed($"Finding.{code}", detail) ?? this["Finding.other"];
    }

    /// <summary>The short remark in the last column of a roster.</summary>
    public string Flag(string code) => Find($"Flag.{code}") ?? this["Flag.other"];

    /// <summary>The sentence of one step of an explanation.</summary>
    public string Reason(Reason reason)
    {
        var value = reason.Fact == "parameter-missing" ? Parameter(reason.Value) : reason.Value;
        return Detailed($"Reason.{reason.Fact}", value) ?? Detailed("Reason.other", value)!;
    }

    /// <summary>The short label of a fact.</summary>
    public string ReasonFact(string fact) => Find($"Fact.{fact}") ?? this["Fact.other"];

    /// <summary>Where a step comes from: document and clause, since when, when last checked, and what speaks against relying on it.</summary>
    public string ReasonNote(Reason reason)
    {
        var parts = new List<string> { this["Note.basis", reason.Document, reason.Clause].TrimEnd() };
        if (reason.From is { } from) parts.Add(from == Term.Always ? this["Note.always"] : this["Note.since", Semester(from)]);
        if (reason.CheckedOn is { } day) parts.Add(this["Note.checked", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
        var note = string.Join(this["Note.join"], parts) + this["Note.stop"];
        if (reason.Doubt is { } doubt) return note + doubt;
        return (reason.CheckAgain ? note + this["Note.old"] + this["Note.stop"] : note).TrimEnd();
    }

    public string Programme(string code) => Find($"Programme.{code}") ?? code;

    public string Parameter(string name) => Find($"Parameter.{name}") ?? name;

    public string Unit(Unit unit) => this[$"Unit.{unit}"];

    public string State(RosterState state) => this[$"State.{state}"];

    public string RosterKind(RosterKind kind) => this[$"RosterKind.{kind}"];

    /// <summary>A civil day as documents write it.</summary>
    public string Day(DateOnly day) => this["Day", day.Year, day.Month, day.Day];

    public string AgeBand(AgeBand band) => this[$"AgeBand.{band}"];

    public string Outcome(OutcomeKind kind) => this[$"OutcomeKind.{kind}"];

    public string DisabilityKind(DisabilityKind kind) => this[$"DisabilityKind.{kind}"];

    public string DisabilityLevel(DisabilityLevel level) => this[$"DisabilityLevel.{level}"];

    public string TeachingPace(TeachingPace pace) => this[$"TeachingPace.{pace}"];

    public string PairStanding(PairStanding standing) => this[$"PairStanding.{standing}"];

    public string PairedMonthState(PairedMonthState state) => this[$"PairedMonthState.{state}"];

    public string DropoutState(DropoutState state) => this[$"DropoutState.{state}"];

    public string LoanState(LoanState state) => this[$"LoanState.{state}"];

    public string LoanLevel(LoanLevel level) => this[$"LoanLevel.{level}"];

    public string DropoutStep(DropoutStepKind kind) => this[$"DropoutStepKind.{kind}"];

    /// <summary>What is wrong with a cell or a row of a ledger's workbook.</summary>
    public string Sheet(SheetFinding finding) => finding.Problem == SheetProblem.Refused ? finding.Found : this[$"SheetProblem.{finding.Problem}", finding.Found, finding.Heading];

    /// <summary>What long work is doing, such as 正在写入.</summary>
    public string Phase(JobPhase phase) => this[$"JobPhase.{phase}"];

    public string ListKind(ListKind kind) => this[$"ListKind.{kind}"];

    public string Semester(Term semester) =>
        semester == Term.Always ? this["Semester.always"] : this[semester.IsAutumn ? "Semester.autumn" : "Semester.spring", semester.Year];

    public string BankOutcome(BankOutcome outcome) => this[$"BankOutcome.{outcome}"];

    /// <summary>Why a bank did not pay, by a code of <see cref="BankReasons"/>.</summary>
    public string BankReason(string code) => Find($"BankReason.{code}") ?? this["BankReason.other"];

    /// <summary>Why a bank did not pay: the reason and, where they say more than that, the bank's own words.</summary>
    public string BankSaid(string? code, string? own)
    {
        var reason = code is null ? "" : BankReason(code);
        return string.IsNullOrWhiteSpace(own) || own.Trim() == reason ? reason : reason.Length == 0 ? own.Trim() : $"{reason}({own.Trim()})";
    }

    public string LineState(LineState state) => this[$"LineState.{state}"];

    public string BatchState(BatchState state) => this[$"BatchState.{state}"];

    public string EntryState(EntryState state) => this[$"EntryState.{state}"];

    public string WaitingFor(WaitingFor reason) => this[$"WaitingFor.{reason}"];

    public string Verdict(ReturnVerdict verdict) => this[$"Verdict.{verdict}"];

    public string ClosureReason(ClosureReason reason) => this[$"ClosureReason.{reason}"];

    public string Sum(Sum sum) => this[$"Sum.{sum}"];

    public string Decision(DecisionKind kind) => this[$"DecisionKind.{kind}"];

    public string Assignee(Assignee assignee) => this[$"Assignee.{assignee}"];

    public string MatchKind(MatchKind kind) => this[$"MatchKind.{kind}"];

    public string RefusedKind(RefusedKind kind) => this[$"RefusedKind.{kind}"];

    /// <param name="applied">As a result: what was to be done has been.</param>
    public string Bulk(BulkOutcome outcome, bool applied = false) => this[$"BulkOutcome.{outcome}{(applied && outcome is BulkOutcome.Changes or BulkOutcome.Review ? ".Done" : "")}"];

    public string BulkFault(BulkFault fault) => this[$"BulkFault.{fault}"];

    public string ChangedField(ChangedField field) => this[$"ChangedField.{field}"];

    public string MatchVerdict(MatchVerdict verdict) => this[$"MatchVerdict.{verdict}"];

    public string PlanState(PlanState state) => this[$"PlanState.{state}"];

    public string MeasureKind(MeasureKind kind) => this[$"MeasureKind.{kind}"];

    public string OrderState(OrderState state) => this[$"OrderState.{state}"];

    public string OrderStep(OrderStepKind kind) => this[$"OrderStepKind.{kind}"];

    public string ArrivalOutcome(ArrivalOutcome outcome) => this[$"ArrivalOutcome.{outcome}"];

    public string ArrivalWay(ArrivalWay way) => this[$"ArrivalWay.{way}"];

    public string ProposalState(ProposalState state) => this[$"ProposalState.{state}"];

    public string Effect(EffectKind kind) => this[$"EffectKind.{kind}"];

    /// <summary>A value as a person reads it: 1,250.00, 是, 04-01.</summary>
    public string PolicyValue(string value, Unit unit) => unit switch
    {
        Domain.Policies.Unit.YuanPerYear or Domain.Policies.Unit.YuanPerSemester or Domain.Policies.Unit.Yuan => $"{Money.Parse(value)} {Unit(unit)}",
        Domain.Policies.Unit.Percent => value + "%",
        Domain.Policies.Unit.YesNo => this[value == "yes" ? "Yes" : "No"],
        Domain.Policies.Unit.Words or Domain.Policies.Unit.Numbers => Joined(value.Split(',')),
        _ => value,
    };

    /// <summary>What is wrong with a plan, and where.</summary>
    public string Fault(PlanProblem problem) => $"{problem.Where}: {this[$"PlanFault.{problem.Fault}"]}";

    /// <summary>What was done, by an audit event's action.</summary>
    public string Audit(string action) => Find($"Audit.{action}") ?? this["Audit.other"];

    /// <summary>The name of a field of an event's details.</summary>
    /// <param name="field">Names from the outermost, joined by dots; a number is a place in a list.</param>
    public string Detail(string field) =>
        Joined(field.Split('.').Select(part => Find($"Detail.{part}") ?? (part.Length > 0 && char.IsAsciiDigit(part[0]) ? this["Detail.place", part] : part)));

    /// <summary>The role in which something was done, as an event names it; the name itself where it is no role.</summary>
    public string Role(string role) => Find($"Role.{role}") ?? role;

    /// <summary>In what way a record breaks the audit chain.</summary>
    public string Broken(string what) => Find($"Broken.{what}") ?? this["Broken.other"];

    /// <summary>What is wrong with an archive package, by a code of <see cref="Archives.ArchiveFaults"/>.</summary>
    public string Archive(string code) => Find($"Archive.{code}") ?? this["Archive.other"];

    /// <summary>Items of one sentence, as the language separates them.</summary>
    public string Joined(IEnumerable<string> items) => string.Join(this["Separator"], items);

    // 2020-spring preschool 1001: semester, programme and code of the school.
    private string Roster(string key) =>
        key.Split(' ', 3) is [var semester, var programme, var school] && Term.TryParse(semester, out var when)
            ? this["Undo.roster", Semester(when), Programme(programme), school] : key;

    private string? Detailed(string key, string detail) =>
        string.IsNullOrWhiteSpace(detail) && Find($"{key}.blank") is { } blank ? blank
        : Find(key) is { } text ? Fill(text, detail) : null;

    private string Fill(string text, params ReadOnlySpan<object> args) => args.Length == 0 ? text : string.Format(culture, text, args);

    private string? Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var file = dot > 0 && Files.TryGetValue(key[..dot], out var found) ? found : Terms;
        return file.GetString(key, culture);
    }

    private static ResourceManager From(string name) => new($"{typeof(Words).Namespace}.{name}", typeof(Words).Assembly);
}
