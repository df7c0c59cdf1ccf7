namespace EduAid.Domain.Calendar;

/// <summary>
/// One year of the State Council's holiday arrangement, as kept in <c>seeds/holidays</c>.
/// A holiday may begin in the December before (元旦 2023 began on 31 December 2022).
/// </summary>
/// <param name="Year">The civil year that the notice arranges.</param>
/// <param name="Documents">The yearly notice first, then those that changed it.</param>
/// <param name="Holidays">Days off, both ends included, adjoining weekends too.</param>
/// <param name="Workdays">Saturdays and Sundays that are worked instead (调休上班).</param>
public sealed record HolidayYear(
    int Year,
    IReadOnlyList<HolidayNotice> Documents,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<DateOnly> Workdays);

/// <summary>A notice of the State Council's general office, with its number (国办发明电…).</summary>
public sealed record HolidayNotice(string Title, string Number);

/// <summary>A run of days off, both ends included.</summary>
public sealed record Holiday(string Name, DateOnly From, DateOnly To);
