using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Intake;

/// <summary>Reads rows of a school's semester list.</summary>
/// <param name="ownSchool">The school that sends the list, for lists that do not name it; null where the list must.</param>
public sealed class EnrolmentReader(SchoolDirectory schools, Semester semester, DateOnly today, SchoolFacts? ownSchool = null) : RowReader<EnrolmentRow>
{
    public override ListKind Kind => ListKind.Enrolments;

    public override Field? AlsoMissing(Header header) =>
        ownSchool is null && !header.Has(Field.SchoolName) && !header.Has(Field.SchoolCode) ? Field.SchoolName : null;

    public override EnrolmentRow? Read(RowCells cells)
    {
        var (id, _) = Parts.Id(cells, today);
        return Typed(cells, id?.Reveal(), id);
    }

    public override Unidentified<EnrolmentRow>? ReadUnidentified(RowCells cells) =>
        Typed(cells, Parts.WrittenId(cells), null) is { } row ? new(row, Dates.Read(cells.Cell(Field.Birth)) is { MonthOnly: false } birth ? birth.Day : null) : null;

    private EnrolmentRow? Typed(RowCells cells, string? citizenId, CitizenId? id)
    {
        var name = Parts.Name(cells, id);
        var school = School(cells);
        var place = school is null ? null : Place(cells, school);
        if (school is null && cells.Folded(Field.Grade) is var grade && !Grades.IsKnown(grade)) cells.Error(Field.Grade, FindingCodes.GradeUnknown, grade);
        var status = Status(cells);
        var boarding = Yes(CodeSet.Boarding.Find(cells.Folded(Field.Boarding)), "boarder");
        if (place is { Stage: Stage.Primary or Stage.Junior } && boarding is null)
        {
            if (cells.Header.Has(Field.Boarding)) cells.Error(Field.Boarding, FindingCodes.BoardingUnknown, cells.Shown(Field.Boarding) ?? "");
            else cells.Lacks(Field.Boarding);
        }
        var (state, card) = Parts.Card(cells);
        if (id is { } valid) Warnings(cells, valid, place?.Stage);
        if (cells.HasError || citizenId is null || name is null || school is null || place is null || status is null) return null;
        return new()
        {
            SchoolCode = school.Code,
            Id = citizenId,
            Name = name,
            Stage = place.Value.Stage,
            Grade = place.Value.Grade,
            Class = cells.Shown(Field.Class),
            Boarding = boarding,
            Status = status.Value,
            TransferredIn = Day(cells, Field.TransferredIn),
            TransferredOut = Day(cells, Field.TransferredOut),
            Specialty = cells.Shown(Field.Specialty),
            FullTime = Yes(CodeSet.FullTime.Find(cells.Folded(Field.FullTime)), "full-time"),
            HouseholdType = CodeSet.HouseholdTypes.Find(cells.Folded(Field.HouseholdType)) switch
            {
                "rural" => HouseholdType.Rural,
                "county-town" => HouseholdType.CountyTown,
                "urban" => HouseholdType.Urban,
                _ => null,
            },
            StudentNumber = cells.Folded(Field.StudentNumber, 40) is { Length: > 0 } number ? number : null,
            Guardian = cells.Shown(Field.Guardian, 100),
            GuardianId = GuardianId(cells),
            GuardianRelation = cells.Shown(Field.GuardianRelation, 40),
            Bank = cells.Shown(Field.Bank, 100),
            Holder = cells.Shown(Field.Holder, 100),
            CardState = state,
            Card = state == AccountState.Usable ? card.Reveal() : null,
            Phone = Parts.Phone(cells),
            Address = cells.Shown(Field.Address),
            Note = cells.Shown(Field.Note),
        };
    }

    public override string KeyOf(RowCells cells, EnrolmentRow? value)
    {
        if (value is not null) return $"{value.SchoolCode}|{value.Id}";
        var school = schools.Resolve(cells.Cell(Field.SchoolName).Text, cells.Cell(Field.SchoolCode).Text)?.Code ?? ownSchool?.Code;
        return $"{school ?? cells.Folded(Field.SchoolName)}|{Parts.ValidId(cells, today)}";
    }

    private SchoolFacts? School(RowCells cells)
    {
        var (name, code) = (cells.Cell(Field.SchoolName).Text, cells.Cell(Field.SchoolCode).Text);
        var blank = string.IsNullOrWhiteSpace(name) && string.IsNullOrWhiteSpace(code);
        var school = blank ? ownSchool : schools.Resolve(name, code);
        if (school is not null) return school;
        cells.Error(cells.Header.Has(Field.SchoolName) ? Field.SchoolName : Field.SchoolCode, FindingCodes.SchoolUnknown, Text.Tidy(name));
        return null;
    }

    private static (Stage Stage, int Grade)? Place(RowCells cells, SchoolFacts school)
    {
        var stageText = cells.Folded(Field.Stage);
        Stage? stated = CodeSet.Stages.Find(stageText) is { } code ? Grades.StageOf(code) : null;
        if (stageText.Length > 0 && (stated is null || !school.Teaches(stated.Value)))
        {
            cells.Error(Field.Stage, FindingCodes.StageMismatch, stageText);
            return null;
        }
        var gradeText = cells.Folded(Field.Grade);
        if (Grades.Find(gradeText, stated, school.Kind.Stages()) is not { } place)
        {
            cells.Error(Field.Grade, FindingCodes.GradeUnknown, gradeText);
            return null;
        }
        if (school.Teaches(place.Stage)) return place;
        cells.Error(Field.Grade, FindingCodes.StageMismatch, gradeText);
        return null;
    }

    private static EnrolmentStatus? Status(RowCells cells)
    {
        var text = cells.Folded(Field.Status);
        EnrolmentStatus? status = CodeSet.Statuses.Find(text) switch
        {
            "in-school" => EnrolmentStatus.InSchool,
            "suspended" => EnrolmentStatus.Suspended,
            "transferred-out" => EnrolmentStatus.TransferredOut,
            "graduated" => EnrolmentStatus.Graduated,
            "withdrawn" => EnrolmentStatus.Withdrawn,
            "deceased" => EnrolmentStatus.Deceased,
            _ => null,
        };
        if (status is null) cells.Error(Field.Status, FindingCodes.StatusUnknown, text);
        return status;
    }

    private void Warnings(RowCells cells, CitizenId id, Stage? stage)
    {
        Parts.Against(cells, id);
        var number = cells.Folded(Field.StudentNumber);
        if (number.Length > 0 && (StudentNumber.Parse(number) is not { } parsed || parsed.DiffersFrom(id)))
            cells.Warn(Field.StudentNumber, FindingCodes.StudentNumberMismatch);
        if (stage is not { } known) return;
        var age = id.AgeOn(semester.AgeDay);
        var (low, high) = known switch
        {
            Stage.Preschool => (2, 8),
            Stage.Primary => (5, 15),
            Stage.Junior => (10, 18),
            _ => (13, 24),
        };
        if (age < low || age > high) cells.Warn(cells.Header.Has(Field.Grade) ? Field.Grade : Field.CitizenId, FindingCodes.AgeUnlikely, $"{age}");
    }

    private string? GuardianId(RowCells cells)
    {
        var text = cells.Folded(Field.GuardianId);
        if (text.Length == 0) return null;
        if (Parts.HasLostDigits(cells.Cell(Field.GuardianId)) || !CitizenId.Parse(text, today).IsValid)
        {
            cells.Warn(Field.GuardianId, FindingCodes.GuardianIdChecksum);
            return text.Length > 40 ? text[..40] : text;
        }
        return text.ToUpperInvariant();
    }

    private static DateOnly? Day(RowCells cells, Field field)
    {
        var cell = cells.Cell(field);
        if (Dates.Read(cell) is { MonthOnly: false } day) return day.Day;
        if (Text.Fold(cell.Text) is not ("" or "无" or "-" or "—" or "/")) cells.Error(field, FindingCodes.DateUnknown, Text.Tidy(cell.Text));
        return null;
    }

    private static bool? Yes(string? code, string yes) => code is null ? null : code == yes;
}
