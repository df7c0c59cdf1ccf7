namespace EduAid.Domain.Registrations;

/// <summary>A person's row on the registered list (建档立卡) valid in the semester.</summary>
/// <param name="Category">脱贫属性 or 户类型 in its standard wording, such as 未脱贫; 建档立卡 where the list states none.</param>
/// <param name="HouseholdNumber">户编号.</param>
/// <param name="ExitedYear">脱贫年度, where exited.</param>
/// <param name="Source">Where it stands, for the explanation: import, sheet and row.</param>
public sealed record RegistrationFacts(string Name, string Category, string HouseholdNumber, int? ExitedYear, string Source);
