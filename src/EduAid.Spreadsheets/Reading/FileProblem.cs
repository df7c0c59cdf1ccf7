namespace EduAid.Spreadsheets.Reading;

/// <summary>Why a whole file cannot be read.</summary>
/// <param name="Code">One of the constants here; part of the public contract.</param>
/// <param name="Message">What it is, where, and what to do, in Chinese.</param>
public sealed record FileProblem(string Code, string Message)
{
    public const string Unreadable = "file.unreadable";
    public const string Encrypted = "file.encrypted";
    public const string TooLarge = "file.too-large";
    public const string Empty = "sheet.empty";
}
