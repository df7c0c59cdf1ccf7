namespace EduAid.Spreadsheets.Intake;

/// <summary>The five lists, and what banks answer.</summary>
public enum ListKind
{
    Schools = 1,
    Poverty,
    Specialties,
    Enrolments,
    Admissions,
    BankReturns,
}
