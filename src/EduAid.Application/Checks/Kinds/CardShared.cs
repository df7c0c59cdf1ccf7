using EduAid.Domain.Checks;

namespace EduAid.Application.Checks.Kinds;

/// <summary>More pupils than the setting allows have their money on one card: by the card of the payment, and before that by the one that would be paid.</summary>
internal sealed class CardShared : AuditCheck
{
    public override string Code => CheckCodes.CardShared;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var cards = await semester.CardsAsync(stop);
        return
        [
            .. cards.GroupBy(c => Convert.ToHexString(c.Card)).Select(g => (Own: g.ToList(), Pupils: g.Select(c => semester.Same(c.Entry.Person)).Distinct().Count()))
                .Where(g => g.Pupils > semester.Settings.MostPupilsOfACard)
                .SelectMany(g => g.Own.Select(c => Caught.Of(c.Entry, g.Pupils.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
        ];
    }
}
