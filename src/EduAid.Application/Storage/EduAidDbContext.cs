using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Checks;
using EduAid.Application.Coverage;
using EduAid.Application.Documents;
using EduAid.Application.Dropouts;
using EduAid.Application.Enrolments;
using EduAid.Application.Entry;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Loans;
using EduAid.Application.Matching;
using EduAid.Application.Notices;
using EduAid.Application.Pairing;
using EduAid.Application.Payments;
using EduAid.Application.Payments.Arrivals;
using EduAid.Application.People;
using EduAid.Application.People.Bulk;
using EduAid.Application.Plans;
using EduAid.Application.Policies;
using EduAid.Application.Registrations;
using EduAid.Application.Review;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Settings;
using EduAid.Application.Specialties;
using EduAid.Application.Submissions;
using EduAid.Application.Supervision;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Loans;
using EduAid.Domain.Payments;
using EduAid.Domain.Policies;
using EduAid.Domain.Rosters;
using EduAid.Domain.Supervision;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Storage;

/// <summary>
/// The database. Its rows are seen through a <see cref="Scope"/>: without one it returns none, with a school's it returns that school's.
/// Within one county, what a school may not see is lifted only by name (<see cref="SchoolFilter"/>) and only where a verb must compare across schools.
/// </summary>
public sealed partial class EduAidDbContext(DbContextOptions<EduAidDbContext> options) : IdentityUserContext<User, Guid>(options)
{
    public const string CountyFilter = "county";
    public const string SchoolFilter = "school";
    public const string UnitFilter = "unit";
    public const string TownshipFilter = "township";
    public const string PairFilter = "pair";

    public Scope? Scope { get; set; }

    /// <summary>The county of the scope; writing without one is a mistake.</summary>
    public string CountyCode => Scope?.County ?? throw new InvalidOperationException("This unit of work has no scope.");

    public DbSet<County> Counties => Set<County>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonIdNumber> PersonIdNumbers => Set<PersonIdNumber>();

    public DbSet<PersonChange> PersonChanges => Set<PersonChange>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<School> Schools => Set<School>();

    public DbSet<SchoolVersion> SchoolVersions => Set<SchoolVersion>();

    public DbSet<SpecialtyVersion> SpecialtyVersions => Set<SpecialtyVersion>();

    public DbSet<RegisteredList> RegisteredLists => Set<RegisteredList>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<SchoolList> SchoolLists => Set<SchoolList>();

    public DbSet<SchoolListImport> SchoolListImports => Set<SchoolListImport>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Admission> Admissions => Set<Admission>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<StagedUpload> StagedUploads => Set<StagedUpload>();

    public DbSet<PolicyValueRow> PolicyValues => Set<PolicyValueRow>();

    public DbSet<PolicyProposal> PolicyProposals => Set<PolicyProposal>();

    public DbSet<PolicyCheck> PolicyChecks => Set<PolicyCheck>();

    public DbSet<PolicyCase> PolicyCases => Set<PolicyCase>();

    public DbSet<ProposedCase> ProposedCases => Set<ProposedCase>();

    public DbSet<PublishedEffect> PublishedEffects => Set<PublishedEffect>();

    public DbSet<HolidayTable> HolidayTables => Set<HolidayTable>();

    public DbSet<Roster> Rosters => Set<Roster>();

    public DbSet<RosterEntry> RosterEntries => Set<RosterEntry>();

    public DbSet<RosterStep> RosterSteps => Set<RosterStep>();

    public DbSet<RosterHand> RosterHands => Set<RosterHand>();

    public DbSet<RosterDifference> RosterDifferences => Set<RosterDifference>();

    public DbSet<EntryHold> EntryHolds => Set<EntryHold>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<PaymentLine> PaymentLines => Set<PaymentLine>();

    public DbSet<LineEntry> LineEntries => Set<LineEntry>();

    public DbSet<BankReturn> BankReturns => Set<BankReturn>();

    public DbSet<BankReturnRow> BankReturnRows => Set<BankReturnRow>();

    public DbSet<PersonCard> PersonCards => Set<PersonCard>();

    public DbSet<EntryClosure> EntryClosures => Set<EntryClosure>();

    public DbSet<Voucher> Vouchers => Set<Voucher>();

    public DbSet<ProgrammeBudget> ProgrammeBudgets => Set<ProgrammeBudget>();

    public DbSet<RecoveryReceipt> RecoveryReceipts => Set<RecoveryReceipt>();

    public DbSet<StagedReturn> StagedReturns => Set<StagedReturn>();

    public DbSet<StoredDocument> StoredDocuments => Set<StoredDocument>();

    public DbSet<ProgrammeClosing> ProgrammeClosings => Set<ProgrammeClosing>();

    public DbSet<ArrivalSample> ArrivalSamples => Set<ArrivalSample>();

    public DbSet<ArrivalSchool> ArrivalSchools => Set<ArrivalSchool>();

    public DbSet<ArrivalCheck> ArrivalChecks => Set<ArrivalCheck>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<FindingSchool> FindingSchools => Set<FindingSchool>();

    public DbSet<CheckRun> CheckRuns => Set<CheckRun>();

    public DbSet<CheckHit> CheckHits => Set<CheckHit>();

    public DbSet<CheckWaiver> CheckWaivers => Set<CheckWaiver>();

    public DbSet<TuitionCharge> TuitionCharges => Set<TuitionCharge>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<MatchCandidate> MatchCandidates => Set<MatchCandidate>();

    public DbSet<MatchDecision> MatchDecisions => Set<MatchDecision>();

    public DbSet<RefusedRow> RefusedRows => Set<RefusedRow>();

    public DbSet<RefusedCandidate> RefusedCandidates => Set<RefusedCandidate>();

    public DbSet<RefusedDecision> RefusedDecisions => Set<RefusedDecision>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<ListDraft> ListDrafts => Set<ListDraft>();

    public DbSet<ListDraftRow> ListDraftRows => Set<ListDraftRow>();

    public DbSet<RememberedHeading> RememberedHeadings => Set<RememberedHeading>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<SchoolContact> SchoolContacts => Set<SchoolContact>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<AuditDetail> AuditDetails => Set<AuditDetail>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    public DbSet<PlanItemUnit> PlanItemUnits => Set<PlanItemUnit>();

    public DbSet<PlanMeasure> PlanMeasures => Set<PlanMeasure>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<SupervisionOrder> SupervisionOrders => Set<SupervisionOrder>();

    public DbSet<OrderStep> OrderSteps => Set<OrderStep>();

    public DbSet<Bulletin> Bulletins => Set<Bulletin>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<MissedOutcome> MissedOutcomes => Set<MissedOutcome>();

    public DbSet<ChangeFile> ChangeFiles => Set<ChangeFile>();

    public DbSet<HomeTaughtChild> HomeTaughtChildren => Set<HomeTaughtChild>();

    public DbSet<HomeTeachingFact> HomeTeachingFacts => Set<HomeTeachingFact>();

    public DbSet<HomeTeachingTeacher> HomeTeachingTeachers => Set<HomeTeachingTeacher>();

    public DbSet<HomeTeachingVisit> HomeTeachingVisits => Set<HomeTeachingVisit>();

    public DbSet<PairedHousehold> PairedHouseholds => Set<PairedHousehold>();

    public DbSet<PairHolder> PairHolders => Set<PairHolder>();

    public DbSet<PairVisit> PairVisits => Set<PairVisit>();

    public DbSet<DropoutCase> DropoutCases => Set<DropoutCase>();

    public DbSet<DropoutStep> DropoutSteps => Set<DropoutStep>();

    public DbSet<Loan> Loans => Set<Loan>();

    public DbSet<LoanStep> LoanSteps => Set<LoanStep>();

    public DbSet<CanteenFactRow> CanteenFacts => Set<CanteenFactRow>();

    public DbSet<CanteenStatement> CanteenStatements => Set<CanteenStatement>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conversions.Apply(configurationBuilder, guidsAsBytes: Database.IsSqlite());

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Mappings.Build(builder, Database.IsSqlServer());
        if (Database.IsNpgsql()) Mappings.SortByCodePoint(builder, "C");
        else if (Database.IsSqlServer()) Mappings.SortByCodePoint(builder, "Latin1_General_100_BIN2");
        Filter(builder);
    }
}
