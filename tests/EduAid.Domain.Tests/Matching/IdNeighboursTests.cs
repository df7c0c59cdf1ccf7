using EduAid.Domain.Matching;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Matching;

public class IdNeighboursTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Every_valid_neighbour_is_a_valid_ID_that_differs_by_one_slip_and_its_check_character()
    {
        foreach (var id in Some(60))
        {
            var neighbours = IdNeighbours.Valid(id, Today).ToList();
            neighbours.Should().HaveCountGreaterThan(60).And.OnlyHaveUniqueItems(n => n.Number);
            foreach (var (number, slip) in neighbours)
            {
                CitizenId.Parse(number, Today).IsValid.Should().BeTrue(number);
                var places = Enumerable.Range(0, 17).Where(i => number[i] != id.Reveal()[i]).ToList();
                if (slip == IdSlip.OneDigit) places.Should().ContainSingle();
                else
                {
                    slip.Should().Be(IdSlip.Swapped);
                    places.Should().HaveCount(2);
                    (places[1] - places[0]).Should().Be(1);
                    number[places[0]].Should().Be(id.Reveal()[places[1]]);
                }
            }
        }
    }

    [Fact]
    public void Being_a_neighbour_is_mutual()
    {
        foreach (var id in Some(20))
            foreach (var (number, slip) in IdNeighbours.Valid(id, Today))
                IdNeighbours.Valid(CitizenId.FromStored(number), Today).Should().Contain((id.Reveal(), slip));
    }

    [Fact]
    public void No_valid_ID_is_a_single_character_away_from_another()
    {
        foreach (var id in Some(40))
            IdNeighbours.Refused(id).Where(n => n.Slip == IdSlip.OneDigit).Should().OnlyContain(n => !CitizenId.Parse(n.Text, Today).IsValid, "the check character catches it");
    }

    [Fact]
    public void A_refused_number_may_be_the_old_one_of_15_digits_or_one_that_lost_digits()
    {
        var id = Some(1)[0];
        IdNeighbours.Refused(id).Should().Contain((id.Reveal()[..6] + id.Reveal()[8..17], IdSlip.Fifteen)).And.Contain((id.Reveal()[..15] + "000", IdSlip.PrecisionLost));
    }

    private static List<CitizenId> Some(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var digits = $"341523{new DateOnly(2005, 1, 1).AddDays(random.Next(4000)):yyyyMMdd}{random.Next(1000):000}";
            return CitizenId.FromStored(digits + CitizenId.CheckCharacterOf(digits));
        })];
    }
}
