using System.Globalization;
using EduAid.Domain.Dropouts;

namespace EduAid.Domain.Tests.Dropouts;

public class CompulsoryAgeTests
{
    // In spring 2020 the school year began on 1 September 2019: six to fourteen then are the cohorts 2019 to 2011.
    [Theory]
    [InlineData("six on 1 September 2019", 2019, "2020-05-01", true)]
    [InlineData("six a year later", 2020, "2020-05-01", false)]
    [InlineData("and of age in the autumn", 2020, "2020-09-01", true)]
    [InlineData("fourteen", 2011, "2020-05-01", true)]
    [InlineData("fifteen", 2010, "2020-05-01", false)]
    [InlineData("fourteen in spring is fifteen in autumn", 2011, "2020-09-01", false)]
    [InlineData("July still belongs to the spring", 2011, "2020-07-31", true)]
    [InlineData("January to the autumn before", 2011, "2020-01-15", true)]
    public void By_the_year_in_which_it_was_six(string why, int cohort, string on, bool of) => CompulsoryAge.Includes(cohort - 6, cohort, DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Should().Be(of, why);

    [Theory]
    [InlineData("born 2013: six in 2019 or in 2020, so it counts", 2013, true)]
    [InlineData("born 2014: six in 2020 at the earliest", 2014, false)]
    [InlineData("born 2005: fourteen in 2019 on the first reading, thirteen on the second", 2005, true)]
    [InlineData("born 2004: fourteen on 1 September only with a birthday after it", 2004, true)]
    [InlineData("born 2003", 2003, false)]
    public void Where_the_year_of_birth_is_all_that_is_known_either_reading_counts(string why, int born, bool of) => CompulsoryAge.Includes(born, null, new(2020, 5, 1)).Should().Be(of, why);
}
