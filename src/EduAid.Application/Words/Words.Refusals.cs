using System.Globalization;
using EduAid.Application.Archives;
using EduAid.Application.Checks;
using EduAid.Application.Coverage;
using EduAid.Application.Documents;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Intake;
using EduAid.Application.Loans;
using EduAid.Application.Matching;
using EduAid.Application.Pairing;
using EduAid.Application.Payments;
using EduAid.Application.Payments.Arrivals;
using EduAid.Application.People;
using EduAid.Application.People.Bulk;
using EduAid.Application.Plans;
using EduAid.Application.Review;
using EduAid.Application.Schools;
using EduAid.Application.Supervision;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Loans;
using EduAid.Domain.Payments;
using EduAid.Domain.Policies;
using EduAid.Domain.Rosters;
using EduAid.Domain.Supervision;
using EduAid.Domain.Values;

namespace EduAid.Application.Words;

/// <content>Why something was not done.</content>
public sealed partial class Words
{
    public string Refusal(WaiverRefusal refusal) => this[$"WaiverRefusal.{refusal}"];

    public string Refusal(ChargeRefusal refusal) => this[$"ChargeRefusal.{refusal}"];

    /// <summary>Why a roster did not take a step.</summary>
    public string Refusal(RosterRefusal refusal) => refusal switch
    {
        RosterRefusal.WrongState wrong => this["RosterRefusal.WrongState", State(wrong.State)],
        RosterRefusal.SamePerson same => this["RosterRefusal.SamePerson", same.Person, this[$"Deed.{same.Deed}"]],
        RosterRefusal.NoticeRuns runs => this["RosterRefusal.NoticeRuns", Day(runs.Until)],
        RosterRefusal.NoticeTooShort notice => this["RosterRefusal.NoticeTooShort", notice.Days, notice.Least],
        RosterRefusal.HolidaysUnknown unknown => this["RosterRefusal.HolidaysUnknown", unknown.Year],
        RosterRefusal.ObjectionsOpen open => this["RosterRefusal.ObjectionsOpen", open.Count],
        RosterRefusal.FactsChanged changed => this["RosterRefusal.FactsChanged", changed.Count],
        RosterRefusal.ApprovalBegun begun => this["RosterRefusal.ApprovalBegun", begun.Approvals],
        _ => this[$"RosterRefusal.{refusal.GetType().Name}"],
    };

    public string Refusal(BudgetRefusal refusal) => this[$"BudgetRefusal.{refusal}"];

    public string Refusal(OutcomeRefusal refusal) => this[$"OutcomeRefusal.{refusal}"];

    public string Refusal(HomeTeachingRefusal refusal) => this[$"HomeTeachingRefusal.{refusal}"];

    public string Refusal(PairingRefusal refusal) => this[$"PairingRefusal.{refusal}"];

    /// <summary>Why a loan was not taken up or moved on; the limit is named.</summary>
    public string Refusal(LoanOutcome outcome) => outcome.Refusal is { } refusal ? this[$"LoanRefusal.{refusal}", outcome.Most?.ToString() ?? ""] : "";

    public string Refusal(LoanRefusal refusal) => Refusal(new LoanOutcome(refusal));

    public string Refusal(DropoutRefusal refusal) => this[$"DropoutRefusal.{refusal}"];

    /// <summary>Why a whole import was not done.</summary>
    public string Refusal(ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.MendsNothing mends => this["Refusal.MendsNothing", mends.Number],
        ImportRefusal.OtherSchool other => this["Refusal.OtherSchool", other.School],
        _ => this[$"Refusal.{refusal.GetType().Name}"],
    };

    /// <summary>Why an import was not taken back.</summary>
    public string Undo(UndoRefusal refusal) => refusal switch
    {
        UndoRefusal.NotFound missing => this["Undo.NotFound", missing.Number],
        UndoRefusal.AlreadyUndone undone => this["Undo.AlreadyUndone", undone.Number],
        UndoRefusal.RostersStandOnIt standing => this["Undo.RostersStandOnIt", Joined(standing.Rosters.Select(Roster))],
        UndoRefusal.ImportsStandOnIt later => this["Undo.ImportsStandOnIt", Joined(later.Imports.Select(n => n.ToString(CultureInfo.InvariantCulture)))],
        _ => throw new InvalidOperationException($"{refusal.GetType().Name} has no words."),
    };

    /// <summary>Why something was not done with a batch.</summary>
    public string Refusal(BatchRefusal refusal) => refusal switch
    {
        BatchRefusal.WrongState wrong => this["BatchRefusal.WrongState", BatchState(wrong.State)],
        BatchRefusal.RostersAltered altered => this["BatchRefusal.RostersAltered", altered.Rosters.Count],
        BatchRefusal.DocumentDiffers differs => this["BatchRefusal.DocumentDiffers", Money.FromFen(differs.DocumentFen), Money.FromFen(differs.Fen)],
        BatchRefusal.SamePerson same => this["BatchRefusal.SamePerson", same.Person],
        BatchRefusal.FormatUnknown unknown => this["BatchRefusal.FormatUnknown", unknown.Format],
        BatchRefusal.FileRefused refused => this["BatchRefusal.FileRefused", Joined(refused.Problems)],
        BatchRefusal.LinesTaken taken => this["BatchRefusal.LinesTaken", Joined(taken.Sequences.Select(n => n.ToString(CultureInfo.InvariantCulture)))],
        _ => this[$"BatchRefusal.{refusal.GetType().Name}"],
    };

    /// <summary>Why a bank's file was not taken in or back.</summary>
    public string Refusal(ReturnRefusal refusal) => refusal is ReturnRefusal.StandsUnder under
        ? this["ReturnRefusal.StandsUnder", Joined(under.Later)] : this[$"ReturnRefusal.{refusal.GetType().Name}"];

    public string Refusal(ClosingRefusal refusal) => refusal switch
    {
        ClosingRefusal.DifferencesOpen open => this["ClosingRefusal.DifferencesOpen", open.Count],
        ClosingRefusal.BatchOpen batch => this["ClosingRefusal.BatchOpen", batch.Number],
        _ => this[$"ClosingRefusal.{refusal.GetType().Name}"],
    };

    public string Refusal(CardRefusal refusal) => this[$"CardRefusal.{refusal}"];

    public string Refusal(CorrectionRefusal refusal) => this[$"CorrectionRefusal.{refusal}"];

    public string Refusal(RevisionRefusal refusal) => this[$"RevisionRefusal.{refusal}"];

    public string Refusal(VoucherRefusal refusal) => this[$"VoucherRefusal.{refusal}"];

    public string Refusal(ClosureRefusal refusal) => this[$"ClosureRefusal.{refusal}"];

    public string Refusal(DocumentRefusal refusal) => this[$"DocumentRefusal.{refusal}"];

    public string Refusal(DecisionRefusal refusal) => this[$"DecisionRefusal.{refusal}"];

    public string Refusal(MatchRefusal refusal) => this[$"MatchRefusal.{refusal}"];

    public string Refusal(MendRefusal refusal) => this[$"MendRefusal.{refusal}"];

    public string Refusal(BulkRefusal refusal) => this[$"BulkRefusal.{refusal}"];

    public string Refusal(ChangeSheetFault fault) => this[$"ChangeSheetFault.{fault}"];

    public string Refusal(PlanRefusal refusal) => this[$"PlanRefusal.{refusal}"];

    public string Refusal(OrderRefusal refusal) => this[$"OrderRefusal.{refusal}"];

    public string Refusal(BulletinRefusal refusal) => this[$"BulletinRefusal.{refusal}"];

    public string Refusal(PolicyRefusal refusal) => this[$"PolicyRefusal.{refusal}"];

    public string Refusal(DrawRefusal refusal) => this[$"DrawRefusal.{refusal}"];

    public string Refusal(ArrivalRefusal refusal) => this[$"ArrivalRefusal.{refusal}"];
}
