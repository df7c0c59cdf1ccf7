using System.Text.Json;
using EduAid.Application.Intake;
using EduAid.Application.Storage.Protection;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Application.Entry;

/// <summary>The cells of one row of a draft, by field; blank ones are left out.</summary>
public sealed class DraftCells
{
    private readonly SortedDictionary<Field, string> _texts = [];

    public string this[Field field]
    {
        get => _texts.GetValueOrDefault(field, "");
        set
        {
            var text = PastedBlock.Clean(value);
            if (text.Length == 0) _texts.Remove(field);
            else _texts[field] = text;
        }
    }

    public bool IsBlank => _texts.Count == 0;

    /// <summary>Without what the school has no column for: a row that looks blank is blank.</summary>
    public DraftCells Only(IReadOnlyList<Field> columns)
    {
        foreach (var field in _texts.Keys.Except(columns).ToList()) _texts.Remove(field);
        return this;
    }

    /// <summary>As it may be shown: protected cells masked.</summary>
    public string Shown(Field field) => EntryColumns.IsProtected(field) ? ShownCell.Of(field, Cell.FromText(this[field])) : this[field];

    /// <summary>Encrypts the cells for their row.</summary>
    public byte[] Seal(FieldCipher cipher, string county, Guid draft, int line) =>
        cipher.Encrypt(JsonSerializer.Serialize(_texts.ToDictionary(t => t.Key.ToString(), t => t.Value)), Places.DraftRow(county, draft, line));

    public static DraftCells Open(FieldCipher cipher, ListDraftRow row)
    {
        var cells = new DraftCells();
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(cipher.Decrypt(row.CellsCipher, Places.DraftRow(row.County, row.Draft, row.Line)))!;
        foreach (var (name, text) in texts)
            if (Enum.TryParse<Field>(name, out var field)) cells._texts[field] = text;
        return cells;
    }
}
