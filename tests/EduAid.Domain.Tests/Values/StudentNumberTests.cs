using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

public sealed class StudentNumberTests
{
    [Theory]
    [InlineData("G341523201003041230", true)]
    [InlineData("g34152320100304123x", true)]
    [InlineData("J341523201003041230", true)]
    [InlineData("L341523201003041230", true)]
    [InlineData("L34152320100304ZY30", true)]
    [InlineData("G34152320100304123", false)]
    [InlineData("G3415232010030412300", false)]
    [InlineData("H341523201003041230", false)]
    [InlineData("341523201003041230G", false)]
    [InlineData("G3415232010030412@0", false)]
    [InlineData("G3415232010030412：", false)]
    [InlineData("", false)]
    public void A_student_number_is_G_J_or_L_and_18_characters(string text, bool read) =>
        StudentNumber.Parse(text).HasValue.Should().Be(read);

    [Theory]
    [InlineData("G341523201003041230", false)]
    [InlineData("G341523200802291231", true)]
    [InlineData("J341523200802291231", false)]
    [InlineData("L341523200802291231", false)]
    public void Only_a_G_number_carries_an_ID_that_may_differ_from_the_present_one(string number, bool differs) =>
        StudentNumber.Parse(number)!.Value.DiffersFrom(CitizenId.FromStored("341523201003041230")).Should().Be(differs);

    [Fact]
    public void It_prints_masked_because_it_carries_an_ID() =>
        StudentNumber.Parse("G341523201003041230")!.Value.ToString().Should().Be("G341523********1230");
}
