namespace EduAid.Web.Parts.Figures;

/// <summary>What may be seen of a citizen ID or a card. What is masked already stays as it is.</summary>
public static class Masks
{
    /// <summary>341523********1234; a text too short to be an ID shows nothing.</summary>
    public static string CitizenId(string? text)
    {
        var id = Squeezed(text);
        return id.Length < 15 ? Stars(id.Length) : id[..6] + Stars(id.Length - 10) + id[^4..];
    }

    /// <summary>6217 **** 0443; a text too short to be a card shows nothing.</summary>
    public static string Card(string? text)
    {
        var card = Squeezed(text);
        return card.Length < 12 ? Stars(card.Length) : $"{card[..4]} **** {card[^4..]}";
    }

    /// <summary>139****2345; a text too short to be a phone shows nothing.</summary>
    public static string Phone(string? text)
    {
        var phone = Squeezed(text);
        return phone.Length < 11 ? Stars(phone.Length) : $"{phone[..3]}****{phone[^4..]}";
    }

    private static string Squeezed(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));

    private static string Stars(int count) => new('*', count);
}
