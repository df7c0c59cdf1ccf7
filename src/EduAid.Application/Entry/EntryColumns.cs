using EduAid.Domain.Schools;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Entry;

/// <summary>The columns in which a school enters its list, what is needed most on the left. They are fields of an uploaded list and mean the same.</summary>
public static class EntryColumns
{
    private static readonly Field[] Protected = [Field.CitizenId, Field.GuardianId, Field.Card, Field.Phone, Field.StudentNumber, Field.Birth];

    /// <summary>Whether a cell is shown masked unless somebody has just typed it.</summary>
    public static bool IsProtected(Field field) => Protected.Contains(field);

    public static IReadOnlyList<Field> Of(SchoolKind kind)
    {
        var stages = kind.Stages();
        return
        [
            Field.Name, Field.CitizenId,
            .. stages.Count > 1 ? [Field.Stage] : (Field[])[],
            Field.Grade, Field.Class,
            .. stages.Any(s => s is Stage.Primary or Stage.Junior or Stage.SeniorHigh or Stage.Vocational) ? [Field.Boarding] : (Field[])[],
            Field.Status, Field.Card, Field.Holder, Field.Bank,
            .. stages.Contains(Stage.Vocational) ? [Field.Specialty, Field.FullTime, Field.HouseholdType] : (Field[])[],
            Field.Guardian, Field.GuardianRelation, Field.GuardianId, Field.Phone, Field.StudentNumber, Field.Sex, Field.Birth,
            Field.TransferredIn, Field.TransferredOut, Field.Address, Field.Note,
        ];
    }

    /// <summary>The heading under which a field stands in the file that a draft becomes.</summary>
    public static string Heading(Field field) => Headings.Of(ListKind.Enrolments).Words[field][0];

    /// <summary>The column of a heading's field: whichever kind of card it is, there is one column for it.</summary>
    public static Field Plain(Field field) => field is Field.SocialCardAccount or Field.SocialCardNumber ? Field.Card : field;
}
