using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Policies;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Programmes;

/// <summary>
/// The steps that the rules are written in. Each step that is met leaves a reason; the first that is not met decides,
/// and the steps after it say nothing.
/// </summary>
public sealed class Assessment(Programme programme, PupilCase pupil, Policy policy)
{
    private readonly List<Reason> _reasons = [];
    private readonly List<string> _flags = [];
    private readonly List<string> _held = [];
    private Judgement? _decided;
    private Money _amount;

    public PupilCase Pupil => pupil;

    private bool Decided => _decided is not null;

    /// <summary>在籍在校: the school's register holds the child on the reference date and it attends.</summary>
    public Assessment InSchool()
    {
        if (Decided) return this;
        if (pupil.Enrolment is not { } row) return No("not-on-any-list", "");
        if (PaidByTheCounty().Decided) return this;
        if (!pupil.HeldOnReferenceDate)
        {
            return row.Status == EnrolmentStatus.InSchool
                ? No("not-there-on-reference-date", $"{policy.ReferenceDate:yyyy-MM-dd}")
                : No("not-attending", row.Status.InChinese());
        }
        Because("in-school", $"{pupil.School.Name} {row.Stage.InChinese()}{GradeName.Of(row.Stage, row.Grade)}{row.Class} {row.Source}");
        if (pupil.HeldByDecision) Because("held-by-decision", pupil.School.Name);
        if (pupil.Answered) Because("answered-by-decision", "");
        if (pupil.TransferUndated) Flag(FindingCodes.TransferUndated);
        return this;
    }

    /// <summary>The place of schooling pays; whether the county pays for a school outside it is a parameter.</summary>
    public Assessment PaidByTheCounty() =>
        !Decided && pupil.School.OutsideCounty && policy.Require("outside-county.pays").Value == "no"
            ? NoBy("outside-county", pupil.School.Name, "outside-county.pays") : this;

    public Assessment At(params ReadOnlySpan<Stage> stages)
    {
        if (Decided || pupil.Enrolment is not { } row) return this;
        return stages.Contains(row.Stage) ? this : No("other-stage", row.Stage.InChinese());
    }

    /// <summary>The person (not merely the household) is on the registered list, in a category that counts for this programme.</summary>
    public Assessment Registered()
    {
        if (Decided) return this;
        if (pupil.Registration is not { } registration) return No("not-registered", "");
        var categories = policy.Require($"{programme.Code}.categories");
        var stated = registration.ExitedYear is { } year ? $"{registration.Category} {year}" : registration.Category;
        if (!categories.Words.Contains(registration.Category)) return NoBy("category-not-counted", stated, categories.Parameter);
        var listed = programme.JudgesAdmissions ? pupil.Admission?.Name : pupil.Enrolment?.Name;
        if (pupil.Decisions.AreOther(listed, registration.Name)) return No("other-person-decided", $"{listed} / {registration.Name}");
        Used("registered", $"{stated} {registration.Source}", categories);
        if (pupil.Decisions.Matched) Because("matched-by-decision", registration.Name);
        return this;
    }

    /// <summary>The list's name is the registered one; otherwise a person must say whether they are the same child.</summary>
    public Assessment SameName()
    {
        if (Decided || pupil.Registration is not { } registration) return this;
        var stated = programme.JudgesAdmissions ? pupil.Admission?.Name : pupil.Enrolment?.Name;
        if (PersonName.FoldName(stated) == PersonName.FoldName(registration.Name)) return this;
        if (!pupil.Decisions.AreSame(stated, registration.Name))
            return Hold(FindingCodes.NameMismatch, "name-differs", $"{stated} / {registration.Name}");
        if (!pupil.Decisions.Matched) Because("same-person-decided", $"{stated} / {registration.Name}");
        return this;
    }

    /// <summary>A yes/no condition that must be stated; a blank is asked about, never read as "no".</summary>
    public Assessment Stated(bool? condition, string yes, string no, string whenBlank)
    {
        if (Decided) return this;
        switch (condition)
        {
            case true: Because(yes, "是"); return this;
            case false: return No(no, "否");
            default: _held.Add(whenBlank); Because("not-stated." + whenBlank, ""); return this;
        }
    }

    /// <summary>The child's grade is among those of the parameter.</summary>
    public Assessment GradeIn(string parameter)
    {
        if (Decided || pupil.Enrolment is not { } row) return this;
        var grades = policy.Require(parameter);
        var grade = GradeName.Of(row.Stage, row.Grade);
        if (!grades.Words.Contains(row.Grade.ToString(System.Globalization.CultureInfo.InvariantCulture))) return NoBy("grade-not-covered", grade, parameter);
        Used("grade-covered", grade, grades);
        return this;
    }

    /// <summary>A word of a parameter's list must match; null is asked about.</summary>
    public Assessment OneOf(string parameter, string? word, string yes, string no, string whenBlank)
    {
        if (Decided) return this;
        var words = policy.Require(parameter);
        if (word is null)
        {
            _held.Add(whenBlank);
            Because("not-stated." + whenBlank, "");
            return this;
        }
        if (!words.Words.Contains(word)) return NoBy(no, word, parameter);
        Used(yes, word, words);
        return this;
    }

    public Assessment Require(bool condition, string no, string value) => Decided || condition ? this : No(no, value);

    /// <summary>One step with its own decision, for a rule that no shared step fits.</summary>
    public Assessment Then(Func<Assessment, Assessment> step) => Decided ? this : step(this);

    /// <summary>Half of an annual amount: a year is paid in two equal semester parts (按学期).</summary>
    public Assessment HalfOf(string parameter, string fact)
    {
        if (Decided) return this;
        return policy.Find(parameter) is { } value
            ? Grant(value.Amount!.Value.DivideExactly(2)!.Value, fact, $"{value.Amount} ÷ 2", value)
            : HoldMissing(parameter);
    }

    /// <summary>The amount as the parameter states it.</summary>
    public Assessment Whole(string parameter, string fact)
    {
        if (Decided) return this;
        return policy.Find(parameter) is { } value ? Grant(value.Amount!.Value, fact, $"{value.Amount}", value) : HoldMissing(parameter);
    }

    /// <summary>Keeps a percentage of what has been granted so far.</summary>
    public Assessment Keep(string percentParameter, string fact)
    {
        if (Decided) return this;
        var value = policy.Require(percentParameter);
        var percent = int.Parse(value.Value, System.Globalization.CultureInfo.InvariantCulture);
        var kept = _amount.PercentExactly(percent)
            ?? throw new InvalidOperationException($"{percent}% of {_amount} is no whole fen; such a policy may not be published.");
        return Grant(kept - _amount, fact, $"{percent}%", value);
    }

    /// <summary>
    /// The registered fee of the specialty, which must lie within the plan's range. A fault of the fee is a question only for those
    /// otherwise entitled: it waits until what the school left blank has been answered.
    /// </summary>
    public Assessment SpecialtyFee(string minimum, string maximum)
    {
        if (Decided || _held.Count > 0) return this;
        var (low, high) = (policy.Require(minimum), policy.Require(maximum));
        if (pupil.Specialty is not { Fee: { } fee } specialty)
            return Hold(FindingCodes.ParameterMissing, "specialty-without-fee", pupil.Enrolment?.Specialty ?? "");
        if (fee < low.Amount!.Value || fee > high.Amount!.Value)
            return Hold(FindingCodes.ParameterOutOfRange, "fee-out-of-range", $"{specialty.Specialty} {fee} ({low.Amount}–{high.Amount})");
        _amount += fee;
        Because("specialty-fee", $"{specialty.Specialty} {fee} {specialty.Source}", fee);
        return this;
    }

    /// <summary>A waiver may not exceed the tuition that the school really charges, where that is recorded.</summary>
    public Assessment CappedByTuition()
    {
        if (Decided || pupil.School.ActualTuition is not { } tuition || _held.Count > 0 || tuition >= _amount) return this;
        Because("capped", $"{tuition}", tuition - _amount);
        _amount = tuition;
        Flag(FindingCodes.ParameterCapped);
        return _amount > Money.Zero ? this : NoWithNotice("no-tuition-charged", $"{tuition}", FindingCodes.ParameterCapped);
    }

    public Assessment Question(string finding, string fact, string value) => Decided ? this : Hold(finding, fact, value);

    /// <summary>Nothing is due, but the county should look.</summary>
    public Assessment NoWithNotice(string why, string value, string notice)
    {
        No(why, value);
        _decided = ((Nothing)_decided!) with { Notice = notice };
        return this;
    }

    public Assessment No(string why, string value)
    {
        Because(why, value);
        _decided = new Nothing(why, _reasons);
        return this;
    }

    public Assessment NoBy(string why, string value, string parameter)
    {
        Used(why, value, policy.Require(parameter));
        _decided = new Nothing(why, _reasons);
        return this;
    }

    public Assessment Noted(string fact, string value)
    {
        if (!Decided) Because(fact, value);
        return this;
    }

    public Judgement ToCard(AccountState? card)
    {
        if (Decided) return _decided!;
        if (_held.Count > 0) return new Held(_held, _reasons);
        if (card != AccountState.Usable) Flag(card == AccountState.Invalid ? FindingCodes.CardInvalid : FindingCodes.CardMissing);
        return new Entitlement(_amount, Payee.Card, _flags, _reasons);
    }

    public Judgement ToSchool()
    {
        if (Decided) return _decided!;
        if (_held.Count > 0) return new Held(_held, _reasons);
        if (!pupil.School.HasAccount) Flag(FindingCodes.AccountMissing);
        return new Entitlement(_amount, Payee.School, _flags, _reasons);
    }

    private Assessment Grant(Money part, string fact, string value, ParameterValue parameter)
    {
        _amount += part;
        Used(fact, value, parameter, part);
        return this;
    }

    private Assessment Hold(string finding, string fact, string value)
    {
        Because(fact, value);
        _held.Add(finding);
        _decided = new Held(_held, _reasons);
        return this;
    }

    private Assessment HoldMissing(string parameter) => Hold(FindingCodes.ParameterMissing, "parameter-missing", parameter);

    private void Flag(string code)
    {
        if (!_flags.Contains(code)) _flags.Add(code);
    }

    private void Because(string fact, string value, Money? part = null) =>
        _reasons.Add(new(fact, value.Trim(), programme.Clause, policy.Require("plan.document").Value, part));

    private void Used(string fact, string value, ParameterValue parameter, Money? part = null) =>
        _reasons.Add(new(fact, value.Trim(), parameter.Clause, parameter.Document, part, parameter.Parameter, parameter.From, parameter.CheckedOn,
            parameter.NeedsCheckBy(policy.Semester, policy.ReferenceDate),
            parameter.DoubtedFrom is { } from && policy.Semester >= from ? parameter.Doubt : null));
}
