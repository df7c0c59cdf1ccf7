using EduAid.Domain.Checks;
using EduAid.Domain.Values;

namespace EduAid.Application.Checks.Kinds;

/// <summary>The card is in another name than the pupil's, and nobody has said what its holder is to the pupil.</summary>
internal sealed class HolderUnrelated : AuditCheck
{
    public override string Code => CheckCodes.HolderUnrelated;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop) =>
    [
        .. (await semester.CardsAsync(stop))
            .Where(c => !string.IsNullOrWhiteSpace(c.Holder) && string.IsNullOrWhiteSpace(c.Relation) && !PersonName.AreAlike(c.Holder, c.Entry.Name))
            .Select(c => Caught.Of(c.Entry, c.Holder!)),
    ];
}
