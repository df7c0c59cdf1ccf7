namespace EduAid.Domain.Payments;

/// <summary>Why something is not done with a batch.</summary>
public abstract record BatchRefusal
{
    public sealed record NotFound : BatchRefusal;

    public sealed record NotYourRole(string Role) : BatchRefusal;

    public sealed record WrongState(BatchState State) : BatchRefusal;

    /// <summary>No approved entry waits to be paid.</summary>
    public sealed record NothingToPay : BatchRefusal;

    /// <summary>The rows of these rosters are not those that were approved.</summary>
    public sealed record RostersAltered(IReadOnlyList<string> Rosters) : BatchRefusal;

    /// <summary>The batch's own rows are not those that were assembled.</summary>
    public sealed record Altered : BatchRefusal;

    /// <summary>The disbursement document has no number yet.</summary>
    public sealed record DocumentMissing : BatchRefusal;

    /// <summary>The document's sum is not the batch's; in fen.</summary>
    public sealed record DocumentDiffers(long DocumentFen, long Fen) : BatchRefusal;

    public sealed record ReasonMissing : BatchRefusal;

    /// <summary>Assembling and releasing are for different people, and so are asking for a cancellation and agreeing to it.</summary>
    public sealed record SamePerson(string Person) : BatchRefusal;

    public sealed record AlreadyHandedOver : BatchRefusal;

    public sealed record FormatUnknown(string Format) : BatchRefusal;

    /// <summary>The bank file can't be written in this format; the lines in question.</summary>
    public sealed record FileRefused(IReadOnlyList<string> Problems) : BatchRefusal;

    /// <summary>A payment's entry is paid by another batch by now.</summary>
    public sealed record LinesTaken(IReadOnlyList<int> Sequences) : BatchRefusal;

    /// <summary>Semester and programme are closed and archived.</summary>
    public sealed record Closed : BatchRefusal;
}
