using EduAid.Domain.Values;

namespace EduAid.Domain.Schools;

/// <summary>Finds schools by what lists call them. Where name and code both stand they must agree.</summary>
public sealed class SchoolDirectory
{
    private readonly Dictionary<string, SchoolFacts> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchoolFacts?> _byName = new(StringComparer.Ordinal);

    public SchoolDirectory(IEnumerable<SchoolFacts> schools)
    {
        foreach (var school in schools)
        {
            _byCode[school.Code] = school;
            // Two schools of one name: the name alone says nothing, the code must.
            if (!_byName.TryAdd(Text.Fold(school.Name), school)) _byName[Text.Fold(school.Name)] = null;
        }
    }

    public SchoolFacts? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Null where neither is known, both are blank, or they disagree.</summary>
    public SchoolFacts? Resolve(string name, string code)
    {
        var (foldedName, foldedCode) = (Text.Fold(name), Text.Fold(code));
        var byCode = foldedCode.Length > 0 ? _byCode.GetValueOrDefault(foldedCode) : null;
        if (foldedName.Length == 0) return byCode;
        if (foldedCode.Length == 0) return _byName.GetValueOrDefault(foldedName);
        return byCode is not null && Text.Fold(byCode.Name) == foldedName ? byCode : null;
    }
}
