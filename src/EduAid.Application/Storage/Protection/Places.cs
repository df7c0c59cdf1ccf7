using EduAid.Domain.Values;

namespace EduAid.Application.Storage.Protection;

/// <summary>The place to which each protected field's ciphertext is bound: table, column and row.</summary>
public static class Places
{
    public static string PersonNumber(string county, ReadOnlySpan<byte> numberHash) => $"person.number:{county}:{Convert.ToHexString(numberHash)}";

    public static string Enrolment(string column, string county, Guid list, int line) => $"enrolment.{column}:{county}:{list:N}:{line}";

    public static string AdmissionCard(string county, Guid list, int line) => $"admission.card:{county}:{list:N}:{line}";

    public static string SchoolAccount(string county, SchoolId school, Semester from, int import) =>
        $"school.account:{county}:{school.Value:N}:{from.Number}:{import}";

    public static string PersonCard(string county, Guid card) => $"person-card:{county}:{card:N}";

    public static string PersonChange(string column, string county, Guid change) => $"person-change.{column}:{county}:{change:N}";

    public static string PaymentAccount(string county, Guid batch, int sequence) => $"payment.account:{county}:{batch:N}:{sequence}";

    public static string DraftRow(string county, Guid draft, int line) => $"draft-row:{county}:{draft:N}:{line}";

    /// <summary>A cell that leaves the server sealed, so that whoever overwrote it can put it back without having seen it.</summary>
    public static string DraftCell(string county, Guid draft, int line, string field) => $"draft-cell:{county}:{draft:N}:{line}:{field}";

    public static string SchoolContact(string county, SchoolId school) => $"school-contact:{county}:{school.Value:N}";

    public static string RefusedRow(string column, string county, Guid row) => $"refused-row.{column}:{county}:{row:N}";

    public static string StoredFile(Guid file) => $"file:{file:N}";
}
