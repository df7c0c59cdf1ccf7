using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Intake;

/// <summary>One graduate on a university admissions list, typed.</summary>
public sealed record AdmissionRow
{
    public required string SchoolCode { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string University { get; init; }

    /// <summary>Null where the list leaves it blank: asked about, never guessed.</summary>
    public string? Province { get; init; }

    public string? Bank { get; init; }

    public string? Holder { get; init; }

    public required AccountState CardState { get; init; }

    public string? Card { get; init; }
}

/// <summary>Reads rows of an admissions list.</summary>
public sealed class AdmissionReader(SchoolDirectory schools, DateOnly today) : RowReader<AdmissionRow>
{
    public override ListKind Kind => ListKind.Admissions;

    public override Field? AlsoMissing(Header header) =>
        !header.Has(Field.SchoolName) && !header.Has(Field.SchoolCode) ? Field.SchoolName : null;

    public override AdmissionRow? Read(RowCells cells)
    {
        var (id, _) = Parts.Id(cells, today);
        var name = Parts.Name(cells, id);
        var school = schools.Resolve(cells.Cell(Field.SchoolName).Text, cells.Cell(Field.SchoolCode).Text);
        if (school is null)
            cells.Error(cells.Header.Has(Field.SchoolName) ? Field.SchoolName : Field.SchoolCode, FindingCodes.SchoolUnknown, cells.Shown(Field.SchoolName) ?? "");
        var (state, card) = Parts.Card(cells);
        if (id is { } valid) Parts.Against(cells, valid);
        if (cells.HasError || id is null || name is null || school is null) return null;
        return new()
        {
            SchoolCode = school.Code,
            Id = id.Value.Reveal(),
            Name = name,
            University = cells.Shown(Field.University, 100) ?? "",
            Province = cells.Shown(Field.Province, 40),
            Bank = cells.Shown(Field.Bank, 100),
            Holder = cells.Shown(Field.Holder, 100),
            CardState = state,
            Card = state == AccountState.Usable ? card.Reveal() : null,
        };
    }

    public override string KeyOf(RowCells cells, AdmissionRow? value) =>
        value is not null ? $"{value.SchoolCode}|{value.Id}" : $"{cells.Folded(Field.SchoolName)}|{Parts.ValidId(cells, today)}";
}
