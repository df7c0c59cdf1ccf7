using EduAid.Application.Accounts;
using EduAid.Application.Archives;
using EduAid.Application.Audit;
using EduAid.Application.Backups;
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
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Ledgers;
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
using EduAid.Application.Retention;
using EduAid.Application.Reveals;
using EduAid.Application.Review;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Settings;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Submissions;
using EduAid.Application.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EduAid.Application.Setup;

/// <summary>The services of one unit of work: a request, a command, a job.</summary>
public sealed class EduAidServices(AsyncServiceScope scope) : IAsyncDisposable
{
    public EduAidDbContext Db => Get<EduAidDbContext>();

    public KeyRing Keys => Get<KeyRing>();

    public Work Work => Get<Work>();

    public AuditTrail Trail => Get<AuditTrail>();

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

public static class ServiceRegistration
{
    /// <summary>Registers the verbs and what they stand on. The key ring is opened when first needed, after initialisation.</summary>
    public static IServiceCollection AddEduAid(this IServiceCollection services, DataFolder folder, DatabaseSetup database, CountySettings county)
    {
        services.AddSingleton(folder).AddSingleton(database).AddSingleton(county);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => KeyRing.Open(folder));
        services.AddDbContext<EduAidDbContext>(options => database.Apply(options));
        services.AddSingleton<StoredFiles>();
        services.AddSingleton<RotateKeys>();
        services.AddSingleton<PreviewShelf>();
        services.AddSingleton<PolicyShelf>();
        services.AddSingleton<CheckedFiles>();
        services.TryAddSingleton(new BusinessClock());
        services.AddSingleton<BankFormats>();
        services.AddSingleton(UploadKeeping.Default);
        services.TryAddSingleton(JobLimits.Default);
        services.AddSingleton<JobBoard>();
        services.AddSingleton<RunJobs>();
        services.AddSingleton(provider => new Initialise(
            folder, _ => new EduAidServices(provider.CreateAsyncScope()), county, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<DigestedRows, RosterDigestRows>().AddScoped<DigestedRows, BatchDigestRows>();
        foreach (var perWork in (ReadOnlySpan<Type>)
        [
            typeof(FieldCipher), typeof(AuditTrail), typeof(Work), typeof(PersonDirectory), typeof(VerifyAudit), typeof(EntryDigest), typeof(CountyScope), typeof(SearchTrail), typeof(ExportTrail), typeof(MakeAnchor), typeof(CheckTrail),
            typeof(RevealValue), typeof(PersonHistory), typeof(RetentionPlan), typeof(ApplyRetention), typeof(ChangeRetention), typeof(KeyStatus), typeof(ChangeLookupKey),
            typeof(ImportSchools), typeof(ImportSpecialties), typeof(ImportRegisteredList), typeof(ImportEnrolments), typeof(ImportAdmissions),
            typeof(LastTermComparison), typeof(StageUpload), typeof(PreviewUpload), typeof(AcceptUpload), typeof(DiscardUpload), typeof(SweepUploads),
            typeof(TakeHiddenSheets), typeof(ReturnWorkbook),
            typeof(UndoImport), typeof(GenerateRosters), typeof(ExportRosters), typeof(ExplainPerson), typeof(MissedChildren), typeof(Backup),
            typeof(RosterWay), typeof(RosterHands), typeof(RosterRecheck), typeof(ConfirmRoster), typeof(ReviewRoster), typeof(ApproveRoster),
            typeof(SendBackRoster), typeof(WithdrawEntry), typeof(LiftHold), typeof(PublishNotice), typeof(RecordObjection), typeof(AnswerObjection), typeof(NoticeAddress),
            typeof(BusinessDay), typeof(ChangeSetting), typeof(PayableEntries), typeof(AssembleBatch), typeof(BatchWay), typeof(SetBatchDocument),
            typeof(DiscardBatch), typeof(ReleaseBatch), typeof(DownloadBankFile), typeof(HandOverBatch), typeof(AskToCancelBatch), typeof(CancelBatch),
            typeof(StageReturn), typeof(TakeStagedReturn), typeof(AttachDocument), typeof(DownloadDocument), typeof(ExportLedger),
            typeof(ReturnMatch), typeof(SettleLines), typeof(TakeReturn), typeof(UndoReturn), typeof(MendCard), typeof(DecideCard), typeof(ConfirmListedCard),
            typeof(SetBudget), typeof(RecordVoucher), typeof(CancelVoucher), typeof(RecordReceipt), typeof(CloseEntry), typeof(ArchiveContents), typeof(CloseProgramme), typeof(DownloadArchive),
            typeof(DrawSample), typeof(RecordArrival), typeof(ExportSample),
            typeof(ApplyCorrection), typeof(CorrectionEffect), typeof(CorrectPerson), typeof(DecideCorrection), typeof(PupilList), typeof(PupilFacts), typeof(ExportPupils), typeof(AskMany), typeof(KeepView),
            typeof(PlanChanges), typeof(StageChanges), typeof(ApplyChanges),
            typeof(ReviseSchool), typeof(ReviseSpecialty),
            typeof(RecomputePerson), typeof(DecideFinding), typeof(UndoDecision), typeof(FindMatches), typeof(DecideMatch), typeof(UndoMatch),
            typeof(RefusedRows), typeof(FindRefused), typeof(MendRefused), typeof(UndoMend), typeof(ReviseList),
            typeof(RunChecks), typeof(WaiveHit), typeof(TakeBackWaiver), typeof(RecordCharge), typeof(StrikeCharge), typeof(ExportHits),
            typeof(ExportFindings), typeof(ExportMissed), typeof(RecordOutcome), typeof(ResponsiblePeople), typeof(LoadSyntheticCounty),
            typeof(ArchiveKey), typeof(ArchivePackage),
            typeof(CheckDraft), typeof(LastList), typeof(OpenDraft), typeof(StartDraft), typeof(SaveDraft), typeof(RevealDraftCell), typeof(ReadPaste),
            typeof(RememberHeadings), typeof(SendDraft), typeof(TermDifference), typeof(RemindSchools), typeof(ReadMessage), typeof(KeepContact), typeof(CallList),
            typeof(SavePlan), typeof(ReportProgress), typeof(ExportPlan), typeof(OrderMove), typeof(IssueOrder), typeof(ReplyToOrder), typeof(CloseOrder), typeof(ReopenOrder),
            typeof(PublishBulletin), typeof(ExportBulletin),
            typeof(TakeOnChild), typeof(ReviseChild), typeof(EndHomeTeaching), typeof(TeachersOfSchools), typeof(NameTeacher), typeof(ReleaseTeacher), typeof(RecordHomeVisit), typeof(HomeTeachingBoard),
            typeof(ExportHomeVisits), typeof(ImportHomeVisits), typeof(ExportHomeTeachingReport), typeof(ImportHomeChildren), typeof(ExportHomeChildren),
            typeof(TakeOnHousehold), typeof(RegisteredHouseholds), typeof(PairStaff), typeof(PassHousehold), typeof(EndPairing), typeof(RecordPairVisit), typeof(PairingBoard),
            typeof(ImportPairs), typeof(ExportPairs), typeof(ImportPairVisits), typeof(ExportPairVisits), typeof(ExportPairingReport),
            typeof(OpenDropout), typeof(StepDropout), typeof(AmendDropout), typeof(ImportDropouts), typeof(ExportDropouts),
            typeof(CanteenBoard), typeof(RecordCanteenFact), typeof(WithdrawCanteenFact), typeof(StateMonth), typeof(ImportStatements), typeof(ExportStatements),
            typeof(ImportCanteenFacts), typeof(ExportCanteenFacts), typeof(ExportCanteenReport),
            typeof(ApplyForLoan), typeof(MoveLoan), typeof(ImportLoans), typeof(ExportLoans),
            typeof(PolicyEffects), typeof(BudgetForecast), typeof(ProposePolicy), typeof(PublishPolicy), typeof(RefusePolicy), typeof(WithdrawPolicy), typeof(ProposalEnd),
            typeof(AddPolicyCase), typeof(SupersedeCase), typeof(CheckPolicies), typeof(ExportPolicyEffect), typeof(KeptEffects),
            typeof(StartJob), typeof(StopJob), typeof(SweepJobs), typeof(TakeJobFile), typeof(JobSizes), typeof(JobWorks), typeof(PreviewWork), typeof(AcceptWork),
            typeof(GenerateWork), typeof(CheckWork), typeof(ExportWork), typeof(EffectWork), typeof(ForecastWork), typeof(CloseWork),
        ])
            services.AddScoped(perWork);
        return services;
    }
}
