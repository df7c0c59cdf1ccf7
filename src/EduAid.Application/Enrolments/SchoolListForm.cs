using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Enrolments;

/// <summary>Where a line comes to stand.</summary>
public sealed record LinePlace(string County, Guid List, int Line, SchoolId School, PersonId Person);

/// <summary>What differs between the two kinds of list that schools' lists are made of: how a typed row is stored.</summary>
public abstract class SchoolListForm<TRow, TLine>
    where TRow : class
    where TLine : class, IListLine
{
    public abstract SchoolListKind Kind { get; }

    public abstract ListKind Input { get; }

    public abstract string SchoolCode(TRow row);

    public abstract string Id(TRow row);

    public abstract string Name(TRow row);

    public abstract TLine Store(FieldCipher cipher, LinePlace place, int import, ReadRow<TRow> row, byte[] content);

    /// <summary>Carries a line over into a newer version; ciphertexts are bound to their line and made anew.</summary>
    public abstract TLine Carry(FieldCipher cipher, LinePlace place, TLine line);
}

/// <summary>The name of a line that was corrected by hand.</summary>
internal sealed record RenamedLine(string Name, int Import, byte[] Content)
{
    /// <summary>Stands in place of the sheet, which a correction has none of.</summary>
    public const string Sheet = "手工更正";
}

internal sealed class EnrolmentForm : SchoolListForm<EnrolmentRow, Enrolment>
{
    public override SchoolListKind Kind => SchoolListKind.Enrolments;

    public override ListKind Input => ListKind.Enrolments;

    public override string SchoolCode(EnrolmentRow row) => row.SchoolCode;

    public override string Id(EnrolmentRow row) => row.Id;

    public override string Name(EnrolmentRow row) => row.Name;

    public override Enrolment Store(FieldCipher cipher, LinePlace place, int import, ReadRow<EnrolmentRow> read, byte[] content)
    {
        var row = read.Value!;
        return Seal(cipher, row.Card, row.Phone, row.GuardianId, new()
        {
            County = place.County,
            List = place.List,
            Line = place.Line,
            School = place.School,
            Person = place.Person,
            Name = row.Name,
            Stage = row.Stage,
            Grade = row.Grade,
            Class = row.Class,
            Boarding = row.Boarding,
            Status = row.Status,
            TransferredIn = row.TransferredIn,
            TransferredOut = row.TransferredOut,
            Specialty = row.Specialty,
            FullTime = row.FullTime,
            HouseholdType = row.HouseholdType,
            StudentNumber = Masked(row.StudentNumber),
            Guardian = row.Guardian,
            GuardianRelation = row.GuardianRelation,
            Bank = row.Bank,
            Holder = row.Holder,
            Card = row.CardState,
            CardHash = row.Card is { } card ? cipher.Hash("card", place.County, card) : null,
            Address = row.Address,
            Note = row.Note,
            Content = content,
            Import = import,
            Sheet = read.Sheet,
            Row = read.Number,
        });
    }

    public override Enrolment Carry(FieldCipher cipher, LinePlace place, Enrolment line) => Carry(cipher, place, line, null);

    /// <summary>The same with another name where one was corrected: the line then says which correction it comes from.</summary>
    public static Enrolment Carry(FieldCipher cipher, LinePlace place, Enrolment line, RenamedLine? renamed)
    {
        string? Open(byte[]? value, string column) =>
            value is null ? null : cipher.Decrypt(value, Places.Enrolment(column, line.County, line.List, line.Line));
        return Seal(cipher, Open(line.CardCipher, "card"), Open(line.PhoneCipher, "phone"), Open(line.GuardianIdCipher, "guardian-id"), new()
        {
            County = place.County,
            List = place.List,
            Line = place.Line,
            School = place.School,
            Person = place.Person,
            Name = renamed?.Name ?? line.Name,
            Stage = line.Stage,
            Grade = line.Grade,
            Class = line.Class,
            Boarding = line.Boarding,
            Status = line.Status,
            TransferredIn = line.TransferredIn,
            TransferredOut = line.TransferredOut,
            Specialty = line.Specialty,
            FullTime = line.FullTime,
            HouseholdType = line.HouseholdType,
            StudentNumber = line.StudentNumber,
            Guardian = line.Guardian,
            GuardianRelation = line.GuardianRelation,
            Bank = line.Bank,
            Holder = line.Holder,
            Card = line.Card,
            CardHash = line.CardHash,
            Address = line.Address,
            Note = line.Note,
            Content = renamed?.Content ?? line.Content,
            Import = renamed?.Import ?? line.Import,
            Sheet = renamed is null ? line.Sheet : RenamedLine.Sheet,
            Row = renamed is null ? line.Row : 1,
        });
    }

    // A student number carries the citizen ID, also where it is written amiss.
    private static string? Masked(string? number)
    {
        var folded = Text.Fold(number);
        return folded.Length == 0 ? null : StudentNumber.Parse(folded)?.ToString() ?? CitizenId.Mask(folded);
    }

    private static Enrolment Seal(FieldCipher cipher, string? card, string? phone, string? guardianId, Enrolment line)
    {
        byte[]? Close(string? value, string column) =>
            value is null ? null : cipher.Encrypt(value, Places.Enrolment(column, line.County, line.List, line.Line));
        line.CardCipher = Close(card, "card");
        line.PhoneCipher = Close(phone, "phone");
        line.GuardianIdCipher = Close(guardianId, "guardian-id");
        return line;
    }
}

internal sealed class AdmissionForm : SchoolListForm<AdmissionRow, Admission>
{
    public override SchoolListKind Kind => SchoolListKind.Admissions;

    public override ListKind Input => ListKind.Admissions;

    public override string SchoolCode(AdmissionRow row) => row.SchoolCode;

    public override string Id(AdmissionRow row) => row.Id;

    public override string Name(AdmissionRow row) => row.Name;

    public override Admission Store(FieldCipher cipher, LinePlace place, int import, ReadRow<AdmissionRow> read, byte[] content)
    {
        var row = read.Value!;
        return new()
        {
            County = place.County,
            List = place.List,
            Line = place.Line,
            School = place.School,
            Person = place.Person,
            Name = row.Name,
            University = row.University,
            Province = row.Province,
            Bank = row.Bank,
            Holder = row.Holder,
            Card = row.CardState,
            CardCipher = row.Card is { } card ? cipher.Encrypt(card, Places.AdmissionCard(place.County, place.List, place.Line)) : null,
            CardHash = row.Card is { } number ? cipher.Hash("card", place.County, number) : null,
            Content = content,
            Import = import,
            Sheet = read.Sheet,
            Row = read.Number,
        };
    }

    public override Admission Carry(FieldCipher cipher, LinePlace place, Admission line) => new()
    {
        County = place.County,
        List = place.List,
        Line = place.Line,
        School = place.School,
        Person = place.Person,
        Name = line.Name,
        University = line.University,
        Province = line.Province,
        Bank = line.Bank,
        Holder = line.Holder,
        Card = line.Card,
        CardCipher = line.CardCipher is null ? null : cipher.Encrypt(
            cipher.Decrypt(line.CardCipher, Places.AdmissionCard(line.County, line.List, line.Line)),
            Places.AdmissionCard(place.County, place.List, place.Line)),
        CardHash = line.CardHash,
        Content = line.Content,
        Import = line.Import,
        Sheet = line.Sheet,
        Row = line.Row,
    };
}
