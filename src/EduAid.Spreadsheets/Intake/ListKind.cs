namespace EduAid.Spreadsheets.Intake;

/// <summary>The five inputs.</summary>
public enum ListKind
{
    Schools = 1,
    Poverty,
    Specialties,
    Enrolments,
    Admissions,
}
