using System.Globalization;
using System.Net;
using System.Text;

namespace EduAid.Spreadsheets.Reading.Html;

internal enum HtmlToken
{
    Text,
    StartTag,
    EndTag,
}

/// <summary>
/// Cuts a page into tags and text in one run over it, tolerant of whatever stands there. A document tree is not built:
/// a list of 20 000 rows need not be held, and the trees of unclosed tags cost libraries the square of the length.
/// </summary>
internal sealed class HtmlTokens(TextReader reader)
{
    private const int End = -1;
    private const int LongestName = 32;
    private const int LongestText = 1 << 16;

    private readonly StringBuilder piece = new();
    private string raw = "";

    public HtmlToken Kind { get; private set; }

    /// <summary>Of a tag, in lower case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Of text, with its entities decoded.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Of a start tag; 1 where it has none.</summary>
    public int ColumnSpan { get; private set; }

    /// <summary>Of a start tag; 1 where it has none.</summary>
    public int RowSpan { get; private set; }

    public bool Read()
    {
        while (reader.Peek() != End)
        {
            if (raw.Length > 0)
                SkipRaw();
            else if (reader.Peek() != '<')
                return ReadText();
            else if (ReadMarkup())
                return true;
        }

        return false;
    }

    private bool ReadText(string start = "")
    {
        piece.Clear().Append(start);
        while (reader.Peek() is not ('<' or End) && piece.Length < LongestText)
            piece.Append((char)reader.Read());
        Kind = HtmlToken.Text;
        Text = WebUtility.HtmlDecode(piece.ToString());
        return true;
    }

    /// <summary>False where it was no tag: a comment, a declaration, a processing instruction.</summary>
    private bool ReadMarkup()
    {
        reader.Read();
        switch (reader.Peek())
        {
            case '!':
                reader.Read();
                SkipDeclaration();
                return false;
            case '?':
                SkipPast('>');
                return false;
            case '/':
                reader.Read();
                Kind = HtmlToken.EndTag;
                Name = ReadName();
                SkipPast('>');
                return true;
            case >= 'a' and <= 'z' or >= 'A' and <= 'Z':
                ReadStartTag();
                return true;
            default:
                return ReadText("<");
        }
    }

    private void ReadStartTag()
    {
        Kind = HtmlToken.StartTag;
        Name = ReadName();
        ColumnSpan = RowSpan = 1;
        while (reader.Peek() is not ('>' or End))
        {
            var attribute = ReadName();
            if (attribute.Length == 0)
            {
                // A slash, a quote or the like that belongs nowhere.
                reader.Read();
                continue;
            }

            SkipSpace();
            if (reader.Peek() != '=')
                continue;
            reader.Read();
            var value = ReadValue();
            if (attribute == "colspan")
                ColumnSpan = Span(value);
            else if (attribute == "rowspan")
                RowSpan = Span(value);
        }

        reader.Read();
        if (Name is "script" or "style" or "title" or "textarea")
            raw = Name;
    }

    private string ReadName()
    {
        SkipSpace();
        piece.Clear();
        while (reader.Peek() is not (End or '>' or '/' or '=' or '"' or '\'' or ' ' or '\t' or '\r' or '\n' or '\f'))
            Keep((char)reader.Read(), LongestName);
        return piece.ToString().ToLowerInvariant();
    }

    private string ReadValue()
    {
        SkipSpace();
        piece.Clear();
        if (reader.Peek() is '"' or '\'')
        {
            var quote = reader.Read();
            while (reader.Peek() != End && reader.Peek() != quote)
                Keep((char)reader.Read(), LongestName);
            reader.Read();
        }
        else
        {
            while (reader.Peek() is not (End or '>' or ' ' or '\t' or '\r' or '\n' or '\f'))
                Keep((char)reader.Read(), LongestName);
        }

        return piece.ToString();
    }

    private void Keep(char character, int longest)
    {
        if (piece.Length < longest)
            piece.Append(character);
    }

    private void SkipSpace()
    {
        while (reader.Peek() is ' ' or '\t' or '\r' or '\n' or '\f')
            reader.Read();
    }

    private void SkipPast(char last)
    {
        while (reader.Read() is var read && read != End && read != last)
        {
            // Nothing in between is wanted.
        }
    }

    private void SkipDeclaration()
    {
        if (reader.Peek() != '-')
        {
            SkipPast('>');
            return;
        }

        reader.Read();
        if (reader.Peek() != '-')
        {
            SkipPast('>');
            return;
        }

        // The two dashes that open a comment may be those that close it.
        for (int dashes = 0, read; (read = reader.Read()) != End;)
        {
            if (read == '>' && dashes >= 2)
                return;
            dashes = read == '-' ? dashes + 1 : 0;
        }
    }

    /// <summary>Inside a script and the like only its own end tag counts.</summary>
    private void SkipRaw()
    {
        var matched = 0;
        var wanted = "</" + raw;
        for (int read; matched < wanted.Length && (read = reader.Read()) != End;)
            matched = char.ToLowerInvariant((char)read) == wanted[matched] ? matched + 1 : read == '<' ? 1 : 0;
        SkipPast('>');
        raw = "";
    }

    private static int Span(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var span)
            ? Math.Max(1, span)
            : 1;
}
