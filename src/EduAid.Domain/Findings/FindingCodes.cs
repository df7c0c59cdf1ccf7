namespace EduAid.Domain.Findings;

/// <summary>The stable codes of everything that can be wrong, <c>subject.problem</c>; part of the public contract.</summary>
public static class FindingCodes
{
    // The row is refused.
    public const string IdMissing = "id.missing";
    public const string IdLength = "id.length";
    public const string IdChecksum = "id.checksum";
    public const string IdBirthDate = "id.birth-date";
    public const string IdPrecisionLost = "id.precision-lost";
    public const string NameMissing = "name.missing";
    public const string SchoolUnknown = "school.unknown";
    public const string GradeUnknown = "grade.unknown";
    public const string StageMismatch = "stage.mismatch";
    public const string BoardingUnknown = "boarding.unknown";
    public const string StatusUnknown = "status.unknown";
    public const string DuplicateConflicting = "duplicate.conflicting";
    public const string SchoolCodeMissing = "school-code.missing";
    public const string KindUnknown = "kind.unknown";
    public const string SponsorUnknown = "sponsor.unknown";
    public const string TierUnknown = "tier.unknown";
    public const string SpecialtyMissing = "specialty.missing";
    public const string FeeUnknown = "fee.unknown";

    // The row is kept, with a warning.
    public const string DuplicateInFile = "duplicate.in-file";
    public const string SexMismatch = "sex.mismatch";
    public const string BirthMismatch = "birth.mismatch";
    public const string StudentNumberMismatch = "student-number.mismatch";
    public const string GuardianIdChecksum = "guardian-id.checksum";
    public const string CardLuhn = "card.luhn";
    public const string AgeUnlikely = "age.unlikely";
    public const string SheetHidden = "sheet.hidden";
    public const string SheetPassedOver = "sheet.passed-over";
    public const string DateUnknown = "date.unknown";

    // The file is refused.
    public const string FileUnreadable = "file.unreadable";
    public const string FileEncrypted = "file.encrypted";
    public const string FileTooLarge = "file.too-large";
    public const string HeaderMissing = "header.missing";
    public const string SheetEmpty = "sheet.empty";

    // A line that a bank reports is not taken.
    public const string SequenceInvalid = "sequence.invalid";
    public const string AccountInvalid = "account.invalid";
    public const string AccountPrecisionLost = "account.precision-lost";
    public const string AmountInvalid = "amount.invalid";
    public const string AmountFraction = "amount.fraction";
    public const string AmountUnit = "amount.unit";
    public const string OutcomeUnknown = "outcome.unknown";
    public const string OutcomeContradicting = "outcome.contradicting";
    public const string ColumnAmbiguous = "column.ambiguous";
    public const string LineUnreadable = "line.unreadable";

    // What a bank's file says of itself is not so: it is cut off or was changed.
    public const string ControlMissing = "control.missing";
    public const string ControlDiffers = "control.differs";

    // A person has to decide; the amount is held until then.
    public const string EnrolmentConflict = "enrolment.conflict";
    public const string NameMismatch = "name.mismatch";
    public const string ParameterMissing = "parameter.missing";
    public const string ParameterOutOfRange = "parameter.out-of-range";
    public const string FullTimeUnknown = "full-time.unknown";
    public const string HouseholdUnknown = "household.unknown";
    public const string ProvinceUnknown = "province.unknown";
    public const string AlreadyPaid = "already.paid";
    public const string EntryWithdrawn = "entry.withdrawn";

    // The entry stays on the roster and carries a flag.
    public const string CardMissing = "card.missing";
    public const string CardInvalid = "card.invalid";
    public const string AccountMissing = "account.missing";
    public const string RegistrationEnded = "registration.ended";
    public const string ParameterCapped = "parameter.capped";
    public const string TransferUndated = "transfer.undated";

    // Nothing is paid and the county should look.
    public const string KindergartenOutside = "kindergarten.outside-programme";

    private static readonly HashSet<string> Holding =
    [
        EnrolmentConflict, NameMismatch, ParameterMissing, ParameterOutOfRange, FullTimeUnknown, HouseholdUnknown, ProvinceUnknown, AlreadyPaid,
        BoardingUnknown, EntryWithdrawn,
    ];

    /// <summary>Whether a review finding holds the amount (otherwise it only flags the entry).</summary>
    public static bool Holds(string code) => Holding.Contains(code);
}
