using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Coverage;
using EduAid.Application.Documents;
using EduAid.Application.Enrolments;
using EduAid.Application.Entry;
using EduAid.Application.Intake;
using EduAid.Application.Matching;
using EduAid.Application.Notices;
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
using EduAid.Domain.Payments;
using EduAid.Domain.Policies;
using EduAid.Domain.Rosters;
using EduAid.Domain.Supervision;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Storage;

/// <summary>
/// The database. Its rows are seen through a <see cref="Scope"/>: without one it returns none, with a school's it returns that school's.
/// Within one county, what a school may not see is lifted only by name (<see cref="SchoolFilter"/>) and only where a verb must compare across schools.
/// </summary>
public sealed class EduAidDbContext(DbContextOptions<EduAidDbContext> options) : IdentityUserContext<User, Guid>(options)
{
    public const string CountyFilter = "county";
    public const string SchoolFilter = "school";
    public const string UnitFilter = "unit";
    public const string TownshipFilter = "township";

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

    public DbSet<RecoveryReceipt> RecoveryReceipts => Set<RecoveryReceipt>();

    public DbSet<StagedReturn> StagedReturns => Set<StagedReturn>();

    public DbSet<StoredDocument> StoredDocuments => Set<StoredDocument>();

    public DbSet<ProgrammeClosing> ProgrammeClosings => Set<ProgrammeClosing>();

    public DbSet<ArrivalSample> ArrivalSamples => Set<ArrivalSample>();

    public DbSet<ArrivalSchool> ArrivalSchools => Set<ArrivalSchool>();

    public DbSet<ArrivalCheck> ArrivalChecks => Set<ArrivalCheck>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<FindingSchool> FindingSchools => Set<FindingSchool>();

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

    public DbSet<MissedOutcome> MissedOutcomes => Set<MissedOutcome>();

    public DbSet<ChangeFile> ChangeFiles => Set<ChangeFile>();

    private string? FilterCounty => Scope is { TrailOnly: true } ? null : Scope?.County;

    private string? FilterTrail => Scope is { Schools: null } or { TrailOnly: true } ? Scope.County : null;

    private string? FilterHead => Scope?.County;

    private bool FilterAllSchools => Scope is { Schools: null };

    private string? FilterUnit => Scope?.Unit;

    private string? FilterTownship => Scope?.Township;

    private bool FilterPlan => Scope is { Schools: null } or { Unit: not null };

    private IReadOnlyList<SchoolId> FilterSchools => Scope?.Schools ?? [];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conversions.Apply(configurationBuilder, guidsAsBytes: Database.IsSqlite());

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Mappings.Build(builder, Database.IsSqlServer());
        if (Database.IsNpgsql()) Mappings.SortByCodePoint(builder, "C");
        else if (Database.IsSqlServer()) Mappings.SortByCodePoint(builder, "Latin1_General_100_BIN2");
        FilterByCounty(builder);
        FilterByUnit(builder);

        FilterBySchool<SchoolList>(builder);
        FilterBySchool<Enrolment>(builder);
        FilterBySchool<Admission>(builder);
        FilterBySchool<RosterEntry>(builder);
        FilterBySchool<FindingSchool>(builder);
        FilterBySchool<RosterHand>(builder);
        FilterBySchool<RosterDifference>(builder);
        FilterBySchool<EntryHold>(builder);
        FilterBySchool<Objection>(builder);
        FilterBySchool<PersonCard>(builder);
        FilterBySchool<EntryClosure>(builder);
        FilterBySchool<RecoveryReceipt>(builder);
        FilterBySchool<ListDraft>(builder);
        FilterBySchool<ListDraftRow>(builder);
        FilterBySchool<RememberedHeading>(builder);
        FilterBySchool<Message>(builder);
        FilterBySchool<SchoolContact>(builder);
        builder.Entity<Batch>().HasQueryFilter(CountyFilter, b => b.County == FilterCounty)
            .HasQueryFilter(SchoolFilter, b => FilterAllSchools);
        FilterBySchool<PaymentLine>(builder);
        FilterBySchool<LineEntry>(builder);
        FilterBySchool<ArrivalCheck>(builder);
        // What goes between the county, the bank and the treasury is the county's.
        builder.Entity<BankReturn>().HasQueryFilter(SchoolFilter, r => FilterAllSchools);
        builder.Entity<BankReturnRow>().HasQueryFilter(SchoolFilter, r => FilterAllSchools);
        builder.Entity<Voucher>().HasQueryFilter(SchoolFilter, v => FilterAllSchools);
        builder.Entity<ArrivalSample>().HasQueryFilter(SchoolFilter, s => FilterAllSchools);
        builder.Entity<ArrivalSchool>().HasQueryFilter(SchoolFilter, s => FilterAllSchools);
        builder.Entity<RosterStep>().HasQueryFilter(CountyFilter, s => s.County == FilterCounty)
            .HasQueryFilter(SchoolFilter, s => FilterAllSchools || FilterSchools.Contains(s.School));
        builder.Entity<Roster>().HasQueryFilter(CountyFilter, r => r.County == FilterCounty)
            .HasQueryFilter(SchoolFilter, r => FilterAllSchools || FilterSchools.Contains(r.School));
        builder.Entity<Import>().HasQueryFilter(SchoolFilter, i => FilterAllSchools || (i.School != null && FilterSchools.Contains(i.School.Value)));
        builder.Entity<StagedUpload>().HasQueryFilter(SchoolFilter, u => FilterAllSchools || (u.School != null && FilterSchools.Contains(u.School.Value)));
        builder.Entity<SchoolListImport>().HasQueryFilter(SchoolFilter, l => FilterAllSchools
            || SchoolLists.Any(s => s.County == l.County && s.Id == l.List && FilterSchools.Contains(s.School)));
        builder.Entity<Finding>().HasQueryFilter(SchoolFilter, f => FilterAllSchools || f.Schools.Any(s => FilterSchools.Contains(s.School)));
        builder.Entity<Person>().HasQueryFilter(SchoolFilter, p => FilterAllSchools
            || Enrolments.Any(e => e.County == p.County && e.Person == p.Id) || Admissions.Any(a => a.County == p.County && a.Person == p.Id));
        builder.Entity<PersonIdNumber>().HasQueryFilter(SchoolFilter, n => FilterAllSchools
            || Enrolments.Any(e => e.County == n.County && e.Person == n.Person) || Admissions.Any(a => a.County == n.County && a.Person == n.Person));
        builder.Entity<PersonChange>().HasQueryFilter(SchoolFilter, c => FilterAllSchools || (c.School != null && FilterSchools.Contains(c.School.Value)));
        builder.Entity<Decision>().HasQueryFilter(SchoolFilter, d => FilterAllSchools || (d.School != null && FilterSchools.Contains(d.School.Value)));
        // Comparing goes across schools and reads the registered list.
        builder.Entity<MatchCandidate>().HasQueryFilter(SchoolFilter, c => FilterAllSchools);
        builder.Entity<MatchDecision>().HasQueryFilter(SchoolFilter, d => FilterAllSchools);
        builder.Entity<RefusedRow>().HasQueryFilter(SchoolFilter, r => FilterAllSchools);
        builder.Entity<RefusedCandidate>().HasQueryFilter(SchoolFilter, c => FilterAllSchools);
        builder.Entity<RefusedDecision>().HasQueryFilter(SchoolFilter, d => FilterAllSchools);
        builder.Entity<ChangeFile>().HasQueryFilter(SchoolFilter, f => FilterAllSchools);
        // Proposals are the county's until they are published.
        builder.Entity<PolicyProposal>().HasQueryFilter(CountyFilter, p => p.County == FilterCounty).HasQueryFilter(SchoolFilter, p => FilterAllSchools);
        builder.Entity<ProposedCase>().HasQueryFilter(SchoolFilter, c => FilterAllSchools);
        builder.Entity<PublishedEffect>().HasQueryFilter(SchoolFilter, e => FilterAllSchools);
        // The registered list is the county's; a school sees of it what a roster's reasons say.
        builder.Entity<Registration>().HasQueryFilter(SchoolFilter, r => FilterAllSchools);
        builder.Entity<RegisteredList>().HasQueryFilter(SchoolFilter, r => FilterAllSchools);
        // Who is missed is looked for in a township, whatever its schools' lists say.
        builder.Entity<MissedOutcome>().HasQueryFilter(TownshipFilter, o => FilterAllSchools || o.Township == FilterTownship);
        // The trail is the county's and the audit administrator's.
        builder.Entity<AuditEvent>().HasQueryFilter(CountyFilter, e => e.County == FilterTrail);
        builder.Entity<AuditDetail>().HasQueryFilter(CountyFilter, d => d.County == FilterTrail);
        builder.Entity<AuditHead>().HasQueryFilter(CountyFilter, h => h.County == FilterHead);
    }

    // The plan is the county's; a unit sees the headings, its own items with all that belongs to them, and its own orders.
    private void FilterByUnit(ModelBuilder builder)
    {
        builder.Entity<Plan>().HasQueryFilter(UnitFilter, p => FilterPlan);
        builder.Entity<PlanItem>().HasQueryFilter(UnitFilter, i => FilterAllSchools || (FilterPlan
            && (i.Heading || PlanItemUnits.Any(u => u.County == i.County && u.Year == i.Year && u.Item == i.Number && u.Unit == FilterUnit))));
        builder.Entity<PlanItemUnit>().HasQueryFilter(UnitFilter, u => FilterPlan);
        builder.Entity<PlanMeasure>().HasQueryFilter(UnitFilter, m => FilterAllSchools
            || PlanItemUnits.Any(u => u.County == m.County && u.Year == m.Year && u.Item == m.Item && u.Unit == FilterUnit));
        builder.Entity<PlanStep>().HasQueryFilter(UnitFilter, s => FilterAllSchools
            || PlanItemUnits.Any(u => u.County == s.County && u.Year == s.Year && u.Item == s.Item && u.Unit == FilterUnit));
        builder.Entity<ProgressReport>().HasQueryFilter(UnitFilter, r => FilterAllSchools
            || PlanItemUnits.Any(u => u.County == r.County && u.Year == r.Year && u.Item == r.Item && u.Unit == FilterUnit));
        builder.Entity<SupervisionOrder>().HasQueryFilter(CountyFilter, o => o.County == FilterCounty)
            .HasQueryFilter(UnitFilter, o => FilterAllSchools || o.Unit == FilterUnit);
        builder.Entity<OrderStep>().HasQueryFilter(UnitFilter, s => FilterAllSchools
            || SupervisionOrders.Any(o => o.County == s.County && o.Id == s.Order && o.Unit == FilterUnit));
        builder.Entity<Bulletin>().HasQueryFilter(UnitFilter, b => FilterPlan);
        builder.Entity<BulletinUnit>().HasQueryFilter(UnitFilter, b => FilterPlan);
        builder.Entity<BulletinItem>().HasQueryFilter(UnitFilter, b => FilterPlan);
    }

    private void FilterByCounty(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(ICountyRow).IsAssignableFrom).ToList())
            GetType().GetMethod(nameof(FilterCountyOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(type).Invoke(this, [builder]);
    }

    private void FilterCountyOf<T>(ModelBuilder builder)
        where T : class, ICountyRow =>
        builder.Entity<T>().HasQueryFilter(CountyFilter, row => row.County == FilterCounty);

    private void FilterBySchool<T>(ModelBuilder builder)
        where T : class, ISchoolRow =>
        builder.Entity<T>().HasQueryFilter(SchoolFilter, row => FilterAllSchools || FilterSchools.Contains(row.School));
}
