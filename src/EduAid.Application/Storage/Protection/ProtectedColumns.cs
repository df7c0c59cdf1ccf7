using EduAid.Application.Accounts;
using EduAid.Application.Enrolments;
using EduAid.Application.Entry;
using EduAid.Application.Matching;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Submissions;

namespace EduAid.Application.Storage.Protection;

/// <summary>
/// Every encrypted column of the database with its place and its lookup hash: what a rotation encrypts anew and a change of the lookup key
/// hashes anew. A <c>…Cipher</c> column that is not named here would lose its key; a test over the model fails for one.
/// </summary>
public static class ProtectedColumns
{
    /// <summary>Row and property of every encrypted column.</summary>
    public static IReadOnlyList<(Type Row, string Column)> Ciphers => [.. All.SelectMany(t => t.Ciphers.Select(c => (t.Row, c)))];

    /// <summary>Row and property of every lookup hash.</summary>
    public static IReadOnlyList<(Type Row, string Column)> LookupHashes =>
    [
        (typeof(PersonIdNumber), nameof(PersonIdNumber.NumberHash)), (typeof(PersonIdNumber), nameof(PersonIdNumber.LastFourHash)),
        .. All.SelectMany(t => t.Hashes.Select(h => (t.Row, h))),
    ];

    internal static IReadOnlyList<ProtectedTable> All { get; } =
    [
        // Its hashes are a part of its key and place, and are changed by hand (ChangeLookupKey).
        new ProtectedTable<PersonIdNumber>(new ProtectedColumn<PersonIdNumber>(
            nameof(PersonIdNumber.NumberCipher), n => Places.PersonNumber(n.County, n.NumberHash))),
        new ProtectedTable<Enrolment>(
            new(nameof(Enrolment.CardCipher), e => Places.Enrolment("card", e.County, e.List, e.Line), nameof(Enrolment.CardHash), "card"),
            new(nameof(Enrolment.PhoneCipher), e => Places.Enrolment("phone", e.County, e.List, e.Line)),
            new(nameof(Enrolment.GuardianIdCipher), e => Places.Enrolment("guardian-id", e.County, e.List, e.Line))),
        new ProtectedTable<Admission>(new ProtectedColumn<Admission>(
            nameof(Admission.CardCipher), a => Places.AdmissionCard(a.County, a.List, a.Line), nameof(Admission.CardHash), "card")),
        new ProtectedTable<SchoolVersion>(new ProtectedColumn<SchoolVersion>(
            nameof(SchoolVersion.AccountCipher), v => Places.SchoolAccount(v.County, v.School, v.From, v.Import), nameof(SchoolVersion.AccountHash), "account")),
        new ProtectedTable<PersonCard>(new ProtectedColumn<PersonCard>(
            nameof(PersonCard.CardCipher), c => Places.PersonCard(c.County, c.Id), nameof(PersonCard.CardHash), "card")),
        new ProtectedTable<PersonChange>(
            new(nameof(PersonChange.NumberCipher), c => Places.PersonChange("number", c.County, c.Id)),
            new(nameof(PersonChange.PhoneCipher), c => Places.PersonChange("phone", c.County, c.Id)),
            new(nameof(PersonChange.GuardianIdCipher), c => Places.PersonChange("guardian-id", c.County, c.Id))),
        new ProtectedTable<PaymentLine>(new ProtectedColumn<PaymentLine>(
            nameof(PaymentLine.AccountCipher), l => Places.PaymentAccount(l.County, l.Batch, l.Sequence), nameof(PaymentLine.AccountHash), "account")),
        new ProtectedTable<ListDraftRow>(new ProtectedColumn<ListDraftRow>(nameof(ListDraftRow.CellsCipher), r => Places.DraftRow(r.County, r.Draft, r.Line))),
        new ProtectedTable<RefusedRow>(
            new(nameof(RefusedRow.IdCipher), r => Places.RefusedRow("id", r.County, r.Id), nameof(RefusedRow.IdHash), RefusedRow.HashKind),
            new(nameof(RefusedRow.RowCipher), r => Places.RefusedRow("row", r.County, r.Id))),
        new ProtectedTable<SchoolContact>(new ProtectedColumn<SchoolContact>(nameof(SchoolContact.PhoneCipher), c => Places.SchoolContact(c.County, c.School))),
        new ProtectedTable<User>(new ProtectedColumn<User>(nameof(User.FactorCipher), u => SecondFactor.PlaceOf(u.Id))),
    ];
}
