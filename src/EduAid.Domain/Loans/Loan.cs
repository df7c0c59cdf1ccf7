using EduAid.Domain.Values;

namespace EduAid.Domain.Loans;

/// <summary>How an application for a student-origin credit loan (生源地信用助学贷款, plan 二(二)7) stands.</summary>
public enum LoanState
{
    /// <summary>已申请: in the queue.</summary>
    Applied = 1,

    /// <summary>已签合同.</summary>
    Contracted,

    /// <summary>已放款.</summary>
    Disbursed,

    /// <summary>不予受理 by the bank or the aid centre.</summary>
    Refused,

    /// <summary>本人撤回, before or after the contract.</summary>
    Withdrawn,

    /// <summary>已结清.</summary>
    Settled,
}

/// <summary>The limits on a year's loan differ by it.</summary>
public enum LoanLevel
{
    /// <summary>本专科.</summary>
    Undergraduate = 1,

    /// <summary>研究生.</summary>
    Graduate,
}

/// <summary>Why something was not done with a loan.</summary>
public enum LoanRefusal
{
    NotYourRole = 1,
    NotFound,

    /// <summary>It is not the turn of this step, or somebody was quicker.</summary>
    WrongState,

    /// <summary>A day to come, or before the step before.</summary>
    DayOutside,
    NameMissing,
    IdInvalid,
    UniversityMissing,

    /// <summary>No academic year from 2000 on that has begun or begins this year.</summary>
    YearOutside,

    /// <summary>Nothing, or less than a yuan.</summary>
    AmountMissing,

    /// <summary>More than is allowed a year; the setting that says so names its document.</summary>
    AmountAbove,
    ContractMissing,

    /// <summary>Another loan has that number.</summary>
    ContractTaken,

    /// <summary>The borrower has a loan of that academic year.</summary>
    BorrowerTaken,

    /// <summary>A refusal or a withdrawal says why.</summary>
    TextMissing,
}

/// <summary>The order of a loan's steps.</summary>
public static class LoanWay
{
    /// <summary>Whether a loan may go from one state to another in one step.</summary>
    public static bool Leads(LoanState from, LoanState to) => (from, to) switch
    {
        (LoanState.Applied, LoanState.Contracted or LoanState.Refused or LoanState.Withdrawn) => true,
        (LoanState.Contracted, LoanState.Disbursed or LoanState.Withdrawn) => true,
        (LoanState.Disbursed, LoanState.Settled) => true,
        _ => false,
    };

    public static IReadOnlyList<LoanState> Next(LoanState state) => [.. Enum.GetValues<LoanState>().Where(to => Leads(state, to))];

    /// <summary>Whether somebody with such a loan is a borrower: the contract makes one, and paying back does not unmake it.</summary>
    public static bool Borrows(this LoanState state) => state is LoanState.Contracted or LoanState.Disbursed or LoanState.Settled;

    /// <summary>Whether it takes the borrower's place in its academic year: who was refused or withdrew may apply again.</summary>
    public static bool Holds(this LoanState state) => state is not (LoanState.Refused or LoanState.Withdrawn);

    /// <summary>Whether a step has to say why.</summary>
    public static bool NeedsText(this LoanState to) => to is LoanState.Refused or LoanState.Withdrawn;
}

/// <summary>One borrower's application for one academic year.</summary>
public sealed class Loan
{
    public const int FirstYear = 2000;

    private Loan()
    {
    }

    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The calendar year in which the academic year begins: 2020 is 2020–2021.</summary>
    public required int AcademicYear { get; init; }

    public required PersonId Borrower { get; init; }

    public required string Name { get; init; }

    public required LoanLevel Level { get; init; }

    public required string University { get; init; }

    /// <summary>Whole fen, for the academic year.</summary>
    public required Money Amount { get; init; }

    public required DateOnly AppliedOn { get; init; }

    /// <summary>合同编号, from the contract on; unique in the county.</summary>
    public string? Contract { get; private set; }

    public LoanState State { get; private set; }

    /// <summary>The day of the last step.</summary>
    public DateOnly StateOn { get; private set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; private set; }

    public static Loan Apply(string county, Guid id, int year, PersonId borrower, string name, LoanLevel level, string university, Money amount, DateOnly on) => new()
    {
        County = county,
        Id = id,
        AcademicYear = year,
        Borrower = borrower,
        Name = name,
        Level = level,
        University = university,
        Amount = amount,
        AppliedOn = on,
        State = LoanState.Applied,
        StateOn = on,
    };

    /// <param name="contract">With the contract, else ignored.</param>
    public LoanRefusal? Move(LoanState to, DateOnly on, DateOnly today, string? contract)
    {
        if (!LoanWay.Leads(State, to)) return LoanRefusal.WrongState;
        if (on > today || on < StateOn) return LoanRefusal.DayOutside;
        if (to == LoanState.Contracted)
        {
            if (string.IsNullOrWhiteSpace(contract)) return LoanRefusal.ContractMissing;
            Contract = contract;
        }
        (State, StateOn) = (to, on);
        Version++;
        return null;
    }
}
