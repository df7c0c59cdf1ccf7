namespace EduAid.Web.Pages.Registers;

/// <summary>A senior high school's current list of graduates admitted to universities.</summary>
public sealed record AdmissionList(string School, int Rows, int Version, DateTimeOffset At);
