using EduAid.Domain.Findings;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Intake;

/// <summary>One specialty with its fee, typed.</summary>
public sealed record SpecialtyRow
{
    public required string Name { get; init; }

    /// <summary>Per semester; null where left blank.</summary>
    public Money? Fee { get; init; }
}

/// <summary>Reads rows of the list of specialties.</summary>
public sealed class SpecialtyReader : RowReader<SpecialtyRow>
{
    public override ListKind Kind => ListKind.Specialties;

    public override SpecialtyRow? Read(RowCells cells)
    {
        var name = cells.Shown(Field.Specialty, 100);
        if (name is null) cells.Error(Field.Specialty, FindingCodes.SpecialtyMissing);
        var text = cells.Folded(Field.Fee);
        var fee = text.Length == 0 ? null : Money.Parse(text);
        if (text.Length > 0 && fee is null or { Fen: < 0 }) cells.Error(Field.Fee, FindingCodes.FeeUnknown, text);
        return cells.HasError || name is null ? null : new() { Name = name, Fee = fee };
    }

    public override string KeyOf(RowCells cells, SpecialtyRow? value) => cells.Folded(Field.Specialty);
}
