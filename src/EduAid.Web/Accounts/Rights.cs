using System.Collections.Frozen;
using EduAid.Application.Accounts;
using EduAid.Application.Canteens;
using EduAid.Application.Checks;
using EduAid.Application.Coverage;
using EduAid.Application.Documents;
using EduAid.Application.Dropouts;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Loans;
using EduAid.Application.Matching;
using EduAid.Application.Pairing;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.People.Bulk;
using EduAid.Application.Plans;
using EduAid.Application.Policies;
using EduAid.Application.Reveals;
using EduAid.Application.Review;
using EduAid.Application.Submissions;
using EduAid.Domain.Review;
using static EduAid.Application.Accounts.Role;

namespace EduAid.Web.Accounts;

/// <summary>What a role may see or do. A page or a button names one of these and never a role.</summary>
public enum Right
{
    /// <summary>The own account: everybody who is signed in, with or without a role.</summary>
    OwnAccount = 1,

    /// <summary>The steps of signing in, each while it is due: a code, a password of one's own, an authenticator.</summary>
    GiveCode,
    ChangePassword,
    SetUpFactor,

    /// <summary>The semester's path, its lists, findings and rosters, as far as the scope reaches.</summary>
    SeeSemester,

    /// <summary>Sends lists and takes them back.</summary>
    SendLists,

    /// <summary>Reminds schools of lists that are due, and takes out whom to call.</summary>
    RemindSchools,

    /// <summary>The county's registers.</summary>
    SeeRegisters,
    KeepRegisters,

    /// <summary>Who is registered and on no list; a township school, those registered in its township.</summary>
    SeeMissed,

    /// <summary>Records what was found of them.</summary>
    RecordOutcomes,

    /// <summary>Cases of dropout control on the own line, with the children's names.</summary>
    SeeDropouts,

    /// <summary>Opens cases and records steps; which of them, <see cref="DropoutRights"/> says.</summary>
    WorkDropouts,

    /// <summary>Closes cases, opens them again, hands them to the authorities.</summary>
    CloseDropouts,

    /// <summary>Student-origin loans with the borrowers' names.</summary>
    SeeLoans,

    /// <summary>Takes up applications and records what becomes of them.</summary>
    KeepLoans,
    GenerateRosters,

    /// <summary>Takes workbooks out; IDs and cards in them are masked.</summary>
    Export,

    /// <summary>Takes workbooks out that carry IDs and cards in full.</summary>
    ExportInFull,

    /// <summary>Takes some step of a roster; which one and when, the roster's own rights say (<see cref="Application.Rosters.RosterRights"/>).</summary>
    TakeRosterSteps,

    /// <summary>Reviews or approves rosters, many at a time.</summary>
    SignRosters,
    RecordObjections,
    AnswerObjections,

    /// <summary>Takes one child off a roster to be looked at again.</summary>
    WithdrawEntries,

    /// <summary>Lets such a child be granted again.</summary>
    LiftHolds,

    /// <summary>Decides findings; which of them, <see cref="ReviewRights"/> says.</summary>
    DecideFindings,

    /// <summary>What auditors look for, and what of it is there; with the names.</summary>
    SeeChecks,

    /// <summary>Runs the checks anew.</summary>
    RunChecks,

    /// <summary>Says that something that was pointed out stands rightly.</summary>
    WaiveHits,

    /// <summary>Notes schools that were found to charge tuition.</summary>
    RecordCharges,

    /// <summary>Says which records of register and lists are one person.</summary>
    DecideMatches,

    /// <summary>How the aid centre's work goes, with dates.</summary>
    SeeSettings,
    ChangeSettings,

    /// <summary>Batches, returns, vouchers, the four sums and the books.</summary>
    SeePayments,
    AssembleBatches,

    /// <summary>计财股: makes the bank file, downloads it, hands it over.</summary>
    ReleaseBatches,
    CancelBatches,
    TakeReturns,
    MendCards,

    /// <summary>Looks as the second person at a card that was entered by hand.</summary>
    ConfirmCards,
    CloseEntries,
    RecordVouchers,

    /// <summary>预算: notes what is planned for a programme.</summary>
    SetBudgets,

    /// <summary>归档: closes the books of a programme and semester for good.</summary>
    CloseProgrammes,

    /// <summary>Draws paid entries to be checked with the families, and notes what was found.</summary>
    CheckArrivals,
    AttachDocuments,

    /// <summary>Corrects a pupil's name, ID, guardian and phone.</summary>
    CorrectPeople,

    /// <summary>Changes many pupils at once by a workbook.</summary>
    ChangeInBulk,

    /// <summary>Decides as the second person on a correction that touches a signed roster.</summary>
    DecideCorrections,

    /// <summary>Sees one protected value in full, with a purpose; which kinds, <see cref="RevealRights"/> says.</summary>
    Reveal,

    /// <summary>Home-taught children by name, their visits and reports: the school's own, the teacher's own, the county's.</summary>
    SeeHomeTeaching,

    /// <summary>Takes children on, names their teachers, writes plans, ends it.</summary>
    KeepHomeTeaching,

    RecordHomeVisits,

    /// <summary>Schools on the nutrition programme, their canteens and meal money, as far as the scope reaches.</summary>
    SeeCanteens,

    /// <summary>States a month's meal money and keeps a canteen's own facts.</summary>
    StateCanteens,

    /// <summary>Takes schools on the programme and off it, and records which canteens were named.</summary>
    KeepCanteens,

    /// <summary>Paired households by name, their visits and reports: the school's own, the teacher's own, the county's.</summary>
    SeePairing,

    /// <summary>Pairs households with staff, passes them on, ends it.</summary>
    KeepPairing,

    RecordPairVisits,

    /// <summary>The work plan, its supervision orders and bulletins, as far as the scope reaches.</summary>
    SeePlan,

    /// <summary>Writes a year's plan, issues and closes supervision orders, publishes bulletins.</summary>
    Supervise,

    /// <summary>Reports on own items of the plan and replies to own orders.</summary>
    ReportProgress,

    /// <summary>Sums of the semester and the plan for those who lead; no names.</summary>
    SeeOverview,

    /// <summary>Policies with their values, what changes would mean, and what the next semesters will need.</summary>
    SeePolicies,

    /// <summary>Proposes values, checks them against the rules in force, adds worked cases.</summary>
    ProposePolicies,

    /// <summary>Publishes what somebody else proposed, or refuses it.</summary>
    PublishPolicies,

    /// <summary>The audit trail: searches, exports, verifies it and gives out its head.</summary>
    SeeTrail,

    /// <summary>How long data are kept, and erasing what stands beyond it; sees counts alone.</summary>
    KeepRetention,

    SeeUsers,

    /// <summary>Makes accounts, shuts and opens them, sets passwords back.</summary>
    KeepAccounts,

    /// <summary>Gives roles and takes them away.</summary>
    GrantRoles,
}

/// <summary>Who holds which right (domain.md section 3). What is not said here nobody may.</summary>
public static class Rights
{
    private static readonly Role[] School = [SchoolClerk, SchoolHead, TownshipSchool];
    private static readonly Role[] County = [AidOfficer, AidDirector, Finance, BureauLeader, Auditor];

    private static readonly FrozenDictionary<Right, Role[]> Holders = new Dictionary<Right, Role[]>
    {
        [Right.SeeSemester] = [.. School, .. County],
        [Right.SendLists] = [SchoolClerk, TownshipSchool, AidOfficer],
        [Right.RemindSchools] = [.. Enum.GetValues<Role>().Where(r => RemindSchools.May(r.ToString()))],
        [Right.SeeRegisters] = County,
        [Right.KeepRegisters] = [AidOfficer],
        [Right.SeeMissed] = [TownshipSchool, .. County],
        [Right.RecordOutcomes] = [.. Enum.GetValues<Role>().Where(RecordOutcome.May)],
        [Right.SeeDropouts] = [.. School, AidOfficer, AidDirector, BureauLeader, Auditor],
        [Right.WorkDropouts] = [.. Enum.GetValues<Role>().Where(DropoutRights.MayWork)],
        [Right.CloseDropouts] = [.. Enum.GetValues<Role>().Where(DropoutRights.MayClose)],
        [Right.SeeLoans] = County,
        [Right.KeepLoans] = [.. Enum.GetValues<Role>().Where(LoanRights.MayKeep)],
        [Right.GenerateRosters] = [AidOfficer],
        [Right.TakeRosterSteps] = [.. School, AidDirector, BureauLeader],
        [Right.SignRosters] = [AidDirector, BureauLeader],
        [Right.RecordObjections] = [.. School, AidOfficer, AidDirector],
        [Right.AnswerObjections] = [SchoolHead, TownshipSchool, AidOfficer, AidDirector],
        [Right.WithdrawEntries] = [SchoolHead, TownshipSchool, AidDirector],
        [Right.LiftHolds] = [AidOfficer, AidDirector],
        [Right.DecideFindings] = [.. Enum.GetValues<Role>().Where(r => ReviewRights.May(r, Assignee.School))],
        [Right.SeeChecks] = County,
        [Right.RunChecks] = [.. Enum.GetValues<Role>().Where(ChecksRights.MayRun)],
        [Right.WaiveHits] = [.. Enum.GetValues<Role>().Where(ChecksRights.MayWaive)],
        [Right.RecordCharges] = [.. Enum.GetValues<Role>().Where(ChecksRights.MayRecordCharges)],
        [Right.DecideMatches] = [.. Enum.GetValues<Role>().Where(r => FindMatches.May(r.ToString()))],
        [Right.SeeSettings] = [AidOfficer, AidDirector, Auditor, SecurityAdministrator],
        [Right.ChangeSettings] = [AidDirector, SecurityAdministrator],
        [Right.SeePayments] = County,
        [Right.AssembleBatches] = Holding(PaymentAct.Assemble),
        [Right.ReleaseBatches] = Holding(PaymentAct.Release),
        [Right.CancelBatches] = Holding(PaymentAct.Cancel),
        [Right.TakeReturns] = Holding(PaymentAct.TakeReturn),
        [Right.MendCards] = Holding(PaymentAct.MendCard),
        [Right.ConfirmCards] = Holding(PaymentAct.ConfirmCard),
        [Right.CloseEntries] = Holding(PaymentAct.CloseEntry),
        [Right.RecordVouchers] = Holding(PaymentAct.RecordVoucher),
        [Right.SetBudgets] = Holding(PaymentAct.SetBudget),
        [Right.CloseProgrammes] = Holding(PaymentAct.CloseProgramme),
        [Right.CheckArrivals] = Holding(PaymentAct.CheckArrival),
        [Right.AttachDocuments] = [.. Enum.GetValues<Role>().Where(r => Enum.GetValues<DocumentSubject>().Any(k => k is not (DocumentSubject.Progress or DocumentSubject.HomeVisit or DocumentSubject.PairVisit) && DocumentRights.May(r, k)))],
        [Right.CorrectPeople] = [.. Enum.GetValues<Role>().Where(PersonRights.MayCorrect)],
        [Right.ChangeInBulk] = [.. Enum.GetValues<Role>().Where(BulkRights.May)],
        [Right.DecideCorrections] = [.. Enum.GetValues<Role>().Where(PersonRights.MayDecide)],
        [Right.ExportInFull] = [.. Enum.GetValues<Role>().Where(RevealRights.MayExportFull)],
        [Right.Reveal] = [.. RevealRights.Roles],
        [Right.SeeHomeTeaching] = [.. Enum.GetValues<Role>().Where(HomeTeachingRights.MaySee)],
        [Right.KeepHomeTeaching] = [.. Enum.GetValues<Role>().Where(HomeTeachingRights.MayKeep)],
        [Right.RecordHomeVisits] = [.. Enum.GetValues<Role>().Where(HomeTeachingRights.MayRecord)],
        [Right.SeeCanteens] = [.. Enum.GetValues<Role>().Where(CanteenRights.MaySee)],
        [Right.StateCanteens] = [.. Enum.GetValues<Role>().Where(CanteenRights.MayState)],
        [Right.KeepCanteens] = [.. Enum.GetValues<Role>().Where(CanteenRights.MayDecide)],
        [Right.SeePairing] = [.. Enum.GetValues<Role>().Where(PairingRights.MaySee)],
        [Right.KeepPairing] = [.. Enum.GetValues<Role>().Where(PairingRights.MayKeep)],
        [Right.RecordPairVisits] = [.. Enum.GetValues<Role>().Where(PairingRights.MayRecord)],
        [Right.SeePlan] = [.. County, Supervisor, ResponsibleUnit],
        [Right.Supervise] = [.. Enum.GetValues<Role>().Where(PlanRights.MaySupervise)],
        [Right.ReportProgress] = [.. Enum.GetValues<Role>().Where(PlanRights.MayReport)],
        [Right.SeeOverview] = [AidDirector, BureauLeader, Supervisor],
        [Right.SeePolicies] = County,
        [Right.ProposePolicies] = [.. Enum.GetValues<Role>().Where(PolicyRights.MayPropose)],
        [Right.PublishPolicies] = [.. Enum.GetValues<Role>().Where(PolicyRights.MayPublish)],
        [Right.SeeTrail] = [Auditor, AuditAdministrator],
        [Right.KeepRetention] = [SecurityAdministrator],
        [Right.Export] = [.. School, Teacher, AidOfficer, AidDirector, Finance, Auditor],
        [Right.SeeUsers] = [SystemAdministrator, SecurityAdministrator],
        [Right.KeepAccounts] = [SystemAdministrator],
        [Right.GrantRoles] = [SecurityAdministrator],
    }.ToFrozenDictionary();

    // What is done with approved money, the verbs themselves ask for too.
    private static Role[] Holding(PaymentAct act) => [.. Enum.GetValues<Role>().Where(r => PaymentRights.May(r, act))];

    public static bool Holds(Role role, Right right) => Holders.TryGetValue(right, out var roles) && roles.Contains(role);
}

/// <summary>The right that a handler asks for, where it is another than its folder's: on the method, or on the page for all of them.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class NeedsAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;
}
