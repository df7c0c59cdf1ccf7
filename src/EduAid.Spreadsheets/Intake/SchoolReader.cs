using EduAid.Domain.Findings;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Intake;

/// <summary>One school of the register, typed.</summary>
public sealed record SchoolRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Township { get; init; }

    public required SchoolKind Kind { get; init; }

    public Sponsor? Sponsor { get; init; }

    public Tier Tier { get; init; }

    public string? PayeeName { get; init; }

    /// <summary>Null where missing or unusable.</summary>
    public string? Account { get; init; }

    public string? Bank { get; init; }

    public Money? ActualTuition { get; init; }
}

/// <summary>Reads rows of the register of schools.</summary>
public sealed class SchoolReader : RowReader<SchoolRow>
{
    public override ListKind Kind => ListKind.Schools;

    public override SchoolRow? Read(RowCells cells)
    {
        var code = cells.Folded(Field.SchoolCode);
        if (code.Length == 0) cells.Error(Field.SchoolCode, FindingCodes.SchoolCodeMissing);
        else if (Parts.HasLostDigits(cells.Cell(Field.SchoolCode)) || CitizenId.LooksExponential(code)) cells.Error(Field.SchoolCode, FindingCodes.SchoolCodeMissing, "lost");
        else if (code.Length > 60 || code.Any(char.IsSurrogate)) cells.Error(Field.SchoolCode, FindingCodes.SchoolCodeMissing, "long");
        var name = cells.Shown(Field.SchoolName, 100);
        if (name is null) cells.Error(Field.SchoolName, FindingCodes.NameMissing);
        SchoolKind? kind = CodeSet.SchoolKinds.Find(cells.Folded(Field.Kind)) switch
        {
            "kindergarten" => SchoolKind.Kindergarten,
            "primary-school" => SchoolKind.Primary,
            "teaching-point" => SchoolKind.TeachingPoint,
            "junior-school" => SchoolKind.Junior,
            "nine-year-school" => SchoolKind.NineYear,
            "twelve-year-school" => SchoolKind.TwelveYear,
            "complete-secondary" => SchoolKind.CompleteSecondary,
            "senior-school" => SchoolKind.SeniorHigh,
            "vocational-school" => SchoolKind.Vocational,
            "special-school" => SchoolKind.Special,
            _ => null,
        };
        if (kind is null) cells.Error(Field.Kind, FindingCodes.KindUnknown, cells.Folded(Field.Kind));
        var sponsor = Sponsor(cells);
        var tier = Tier(cells);
        var tuition = cells.Folded(Field.ActualTuition);
        var amount = tuition.Length == 0 ? null : Money.Parse(tuition);
        if (tuition.Length > 0 && amount is null or { Fen: < 0 }) cells.Error(Field.ActualTuition, FindingCodes.FeeUnknown, tuition);
        if (cells.HasError || name is null || kind is null) return null;
        return new()
        {
            Code = code,
            Name = name,
            Township = cells.Shown(Field.Township, 60) ?? "",
            Kind = kind.Value,
            Sponsor = sponsor,
            Tier = tier,
            PayeeName = cells.Shown(Field.PayeeName, 100),
            Account = Account(cells),
            Bank = cells.Shown(Field.Bank, 100),
            ActualTuition = amount,
        };
    }

    public override string KeyOf(RowCells cells, SchoolRow? value) => cells.Folded(Field.SchoolCode);

    private static Sponsor? Sponsor(RowCells cells)
    {
        var text = cells.Folded(Field.Sponsor);
        Sponsor? sponsor = CodeSet.Sponsors.Find(text) switch
        {
            "public" => Domain.Schools.Sponsor.Public,
            "inclusive-private" => Domain.Schools.Sponsor.InclusivePrivate,
            "private" => Domain.Schools.Sponsor.Private,
            _ => null,
        };
        if (sponsor is null && text.Length > 0) cells.Error(Field.Sponsor, FindingCodes.SponsorUnknown, text);
        return sponsor;
    }

    private static Tier Tier(RowCells cells)
    {
        var text = cells.Folded(Field.Tier);
        if (text is "" or "无" or "未定" or "-" or "—" or "/" or "一般" or "普通") return Domain.Schools.Tier.Unstated;
        switch (CodeSet.Tiers.Find(text))
        {
            case "province-model": return Domain.Schools.Tier.ProvinceModel;
            case "city-model": return Domain.Schools.Tier.CityModel;
            case "private": return Domain.Schools.Tier.Private;
            default:
                cells.Error(Field.Tier, FindingCodes.TierUnknown, text);
                return Domain.Schools.Tier.Unstated;
        }
    }

    // Accounts of institutions have more shapes than cards: 9 to 32 digits.
    private static string? Account(RowCells cells)
    {
        var cell = cells.Cell(Field.PayeeAccount);
        var text = Text.Fold(cell.Text).Replace("-", "", StringComparison.Ordinal);
        if (text.Length == 0) return null;
        if (Parts.HasLostDigits(cell) || text.Length is < 9 or > 32 || !text.All(char.IsAsciiDigit))
        {
            cells.Warn(Field.PayeeAccount, FindingCodes.CardInvalid, "account");
            return null;
        }
        return text;
    }
}
