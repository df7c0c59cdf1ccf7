using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Intake;

/// <summary>One person on the registered list, typed.</summary>
public sealed record RegistrationRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string HouseholdNumber { get; init; }

    public required string Head { get; init; }

    public required string Relation { get; init; }

    /// <summary>In standard wording; 建档立卡 where the list states none, because being on it says that much.</summary>
    public required string Category { get; init; }

    public int? ExitedYear { get; init; }

    public required string Township { get; init; }

    public required string Village { get; init; }

    /// <summary>Kind and level of a disabled person's number of 20 characters.</summary>
    public string? Disability { get; init; }
}

/// <summary>Reads rows of the registered list (建档立卡).</summary>
public sealed class RegistrationReader(DateOnly today) : RowReader<RegistrationRow>
{
    public override ListKind Kind => ListKind.Poverty;

    public override RegistrationRow? Read(RowCells cells)
    {
        var (id, rest) = Parts.Id(cells, today, mayHaveTwenty: true);
        var name = Parts.Name(cells, id);
        if (id is { } valid) Parts.Against(cells, valid);
        if (cells.HasError || id is null || name is null) return null;
        return new()
        {
            Id = id.Value.Reveal(),
            Name = name,
            HouseholdNumber = cells.Folded(Field.HouseholdNumber, 60),
            Head = cells.Shown(Field.Head, 100) ?? "",
            Relation = cells.Shown(Field.RelationToHead, 40) ?? "",
            Category = Category(cells.Folded(Field.Category, 60)),
            ExitedYear = int.TryParse(cells.Folded(Field.ExitedYear).TrimEnd('年'), out var year) && year is > 1980 and < 2100 ? year : null,
            Township = cells.Shown(Field.Township, 60) ?? "",
            Village = cells.Shown(Field.Village, 60) ?? "",
            Disability = rest,
        };
    }

    public override string KeyOf(RowCells cells, RegistrationRow? value) => value?.Id ?? Parts.ValidId(cells, today);

    // 脱贫属性 and 户类型 say the same in two fashions: a household of the list is either still poor, whatever its kind, or has come out of it.
    private static string Category(string folded)
    {
        var plain = Headings.Fold(folded).TrimEnd('户');
        return plain switch
        {
            "" or "建档立卡" or "建档立卡贫困" => "建档立卡",
            "未脱贫" or "贫困" or "一般贫困" or "低保贫困" or "五保贫困" or "未脱贫贫困" => "未脱贫",
            "已脱贫" or "脱贫" or "稳定脱贫" or "脱贫享受政策" or "脱贫不享受政策" => "已脱贫",
            "脱贫不稳定" => "脱贫不稳定户",
            "边缘易致贫" => "边缘易致贫户",
            "突发严重困难" => "突发严重困难户",
            _ => plain,
        };
    }
}
