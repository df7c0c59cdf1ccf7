using System.Globalization;
using EduAid.Application.Enrolments;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Entry;

/// <summary>A stored row of a list as cells of a draft. The student number is not kept in full and stays blank.</summary>
internal static class ListLineCells
{
    /// <param name="place">The grade that it has on the draft; null leaves grade and status to the clerk.</param>
    public static DraftCells Of(FieldCipher cipher, Enrolment line, CitizenId id, (Stage Stage, int Grade)? place, bool transfers)
    {
        string Open(byte[]? value, string column) =>
            value is null ? "" : cipher.Decrypt(value, Places.Enrolment(column, line.County, line.List, line.Line));
        var cells = new DraftCells
        {
            [Field.Name] = line.Name,
            [Field.CitizenId] = id.Reveal(),
            [Field.Stage] = place?.Stage.InChinese() ?? "",
            [Field.Grade] = place is { } at ? GradeName.Of(at.Stage, at.Grade) : "",
            [Field.Status] = place is null ? "" : line.Status.InChinese(),
            [Field.Class] = line.Class ?? "",
            [Field.Boarding] = YesNo(line.Boarding),
            [Field.Specialty] = line.Specialty ?? "",
            [Field.FullTime] = YesNo(line.FullTime),
            [Field.HouseholdType] = line.HouseholdType?.InChinese() ?? "",
            [Field.Guardian] = line.Guardian ?? "",
            [Field.GuardianId] = Open(line.GuardianIdCipher, "guardian-id"),
            [Field.GuardianRelation] = line.GuardianRelation ?? "",
            [Field.Bank] = line.Bank ?? "",
            [Field.Holder] = line.Holder ?? "",
            [Field.Card] = Open(line.CardCipher, "card"),
            [Field.Phone] = Open(line.PhoneCipher, "phone"),
            [Field.Address] = line.Address ?? "",
            [Field.Note] = line.Note ?? "",
        };
        if (!transfers) return cells;
        cells[Field.TransferredIn] = Day(line.TransferredIn);
        cells[Field.TransferredOut] = Day(line.TransferredOut);
        return cells;
    }

    private static string YesNo(bool? value) => value switch { true => "是", false => "否", null => "" };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
