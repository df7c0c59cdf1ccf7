using EduAid.Application.Audit;
using EduAid.Application.Canteens;
using EduAid.Application.Checks;
using EduAid.Application.Coverage;
using EduAid.Application.Dropouts;
using EduAid.Application.Enrolments;
using EduAid.Application.Entry;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Intake;
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
using EduAid.Application.Specialties;
using EduAid.Application.Submissions;
using EduAid.Application.Supervision;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Loans;
using EduAid.Domain.Payments;
using EduAid.Domain.Policies;
using EduAid.Domain.Rosters;
using EduAid.Domain.Supervision;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Storage;

/// <content>Whose rows a scope shows: the one place where that is said.</content>
public sealed partial class EduAidDbContext
{
    private string? FilterCounty => Scope is { TrailOnly: true } ? null : Scope?.County;

    private string? FilterTrail => Scope is { Schools: null } or { TrailOnly: true } ? Scope.County : null;

    private string? FilterHead => Scope?.County;

    private bool FilterAllSchools => Scope is { Schools: null };

    private string? FilterUnit => Scope?.Unit;

    private string? FilterTownship => Scope?.Township;

    private Guid? FilterStaff => Scope?.Staff;

    private bool FilterPlan => Scope is { Schools: null } or { Unit: not null };

    private IReadOnlyList<SchoolId> FilterSchools => Scope?.Schools ?? [];

    private void Filter(ModelBuilder builder)
    {
        FilterByCounty(builder);
        FilterByUnit(builder);
        FilterByTeacher(builder);
        FilterDropouts(builder);
        FilterPairs(builder);

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
        FilterBySchool<CanteenFactRow>(builder);
        FilterBySchool<CanteenStatement>(builder);
        builder.Entity<Batch>().HasQueryFilter(CountyFilter, b => b.County == FilterCounty)
            .HasQueryFilter(SchoolFilter, b => FilterAllSchools);
        FilterBySchool<PaymentLine>(builder);
        FilterBySchool<LineEntry>(builder);
        FilterBySchool<ArrivalCheck>(builder);
        // What goes between the county, the bank and the treasury is the county's.
        builder.Entity<BankReturn>().HasQueryFilter(SchoolFilter, r => FilterAllSchools);
        builder.Entity<BankReturnRow>().HasQueryFilter(SchoolFilter, r => FilterAllSchools);
        builder.Entity<Voucher>().HasQueryFilter(SchoolFilter, v => FilterAllSchools);
        // University students are at no school of the county: their loans are the county's.
        builder.Entity<Loan>().HasQueryFilter(CountyFilter, l => l.County == FilterCounty).HasQueryFilter(SchoolFilter, l => FilterAllSchools);
        builder.Entity<LoanStep>().HasQueryFilter(SchoolFilter, s => FilterAllSchools);
        builder.Entity<ProgrammeBudget>().HasQueryFilter(SchoolFilter, b => FilterAllSchools);
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
        // What auditors look for goes across schools, and what it says of one is no school's to read.
        builder.Entity<CheckRun>().HasQueryFilter(SchoolFilter, r => FilterAllSchools);
        builder.Entity<CheckHit>().HasQueryFilter(SchoolFilter, h => FilterAllSchools);
        builder.Entity<CheckWaiver>().HasQueryFilter(SchoolFilter, w => FilterAllSchools);
        builder.Entity<TuitionCharge>().HasQueryFilter(SchoolFilter, c => FilterAllSchools);
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

    // A school sees its own children; a teacher sees those whom the account was ever given, and of visits the own.
    private void FilterByTeacher(ModelBuilder builder)
    {
        builder.Entity<HomeTaughtChild>().HasQueryFilter(SchoolFilter, c => FilterAllSchools || FilterSchools.Contains(c.School)
            || HomeTeachingTeachers.Any(t => t.County == c.County && t.Child == c.Id && t.Teacher == FilterStaff));
        builder.Entity<HomeTeachingFact>().HasQueryFilter(SchoolFilter, f => FilterAllSchools || FilterSchools.Contains(f.School)
            || HomeTeachingTeachers.Any(t => t.County == f.County && t.Child == f.Child && t.Teacher == FilterStaff));
        builder.Entity<HomeTeachingTeacher>().HasQueryFilter(SchoolFilter, t => FilterAllSchools || FilterSchools.Contains(t.School) || t.Teacher == FilterStaff);
        builder.Entity<HomeTeachingVisit>().HasQueryFilter(SchoolFilter, v => FilterAllSchools || FilterSchools.Contains(v.School) || v.Teacher == FilterStaff);
    }

    // A child who is out of school is looked for on two lines: where it lives and where it ought to go to school. Either sees the case.
    private void FilterDropouts(ModelBuilder builder)
    {
        builder.Entity<DropoutCase>().HasQueryFilter(CountyFilter, c => c.County == FilterCounty)
            .HasQueryFilter(TownshipFilter, c => FilterAllSchools || FilterSchools.Contains(c.School) || c.Township == FilterTownship);
        builder.Entity<DropoutStep>().HasQueryFilter(TownshipFilter, s => FilterAllSchools
            || DropoutCases.Any(c => c.County == s.County && c.Id == s.Case && (FilterSchools.Contains(c.School) || c.Township == FilterTownship)));
    }

    // A school sees the households that its staff visits. A teacher sees those that the account ever had, with what was written until its own
    // last day: whoever takes a household over must know what was found before. They have a name of their own, so that the registered list can be
    // read for just these households.
    private void FilterPairs(ModelBuilder builder)
    {
        builder.Entity<PairedHousehold>().HasQueryFilter(PairFilter, h => FilterAllSchools || FilterSchools.Contains(h.School)
            || (FilterStaff != null && PairHolders.Any(p => p.County == h.County && p.Household == h.Id && p.Account == FilterStaff)));
        builder.Entity<PairHolder>().HasQueryFilter(PairFilter, p => FilterAllSchools || FilterSchools.Contains(p.School) || (FilterStaff != null && p.Account == FilterStaff));
        builder.Entity<PairVisit>().HasQueryFilter(PairFilter, v => FilterAllSchools || FilterSchools.Contains(v.School)
            || (FilterStaff != null && PairHolders.Any(p => p.County == v.County && p.Household == v.Household && p.Account == FilterStaff && (p.Until == null || p.Until >= v.On))));
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
