using EduAid.Web.Parts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace EduAid.Web.Tests.Parts;

public sealed class PagingTests
{
    [Theory]
    [InlineData("", 1, 50)]
    [InlineData("?p=3&size=20", 3, 20)]
    [InlineData("?p=0&size=0", 1, 50)]
    [InlineData("?p=-4&size=-20", 1, 50)]
    [InlineData("?p=x&size=1e3", 1, 50)]
    [InlineData("?p=99999999999999999999&size=7", 1, 50)]
    [InlineData("?p=2&p=3", 3, 50)]
    public void The_query_gives_a_page_that_can_be_shown(string query, int page, int size)
    {
        var paging = Paging.From(Query(query)).Of(100_000);
        (paging.Page, paging.Size).Should().Be((page, size));
    }

    [Theory]
    [InlineData("?p=9", 120, 3, 101, 120)]
    [InlineData("?p=2147483647&size=200", 120, 1, 1, 120)]
    [InlineData("?p=2", 100, 2, 51, 100)]
    [InlineData("?p=3", 100, 2, 51, 100)]
    [InlineData("", 0, 1, 0, 0)]
    [InlineData("?p=5", 0, 1, 0, 0)]
    [InlineData("", 1, 1, 1, 1)]
    public void A_page_beyond_the_end_is_the_last_page(string query, long total, int page, long first, long last)
    {
        var paging = Paging.From(Query(query)).Of(total);
        (paging.Page, paging.First, paging.Last).Should().Be((page, first, last));
    }

    [Fact]
    public void The_furthest_page_that_can_be_asked_for_does_not_overflow()
    {
        Paging.From(Query("?p=2147483647&size=200")).Of(long.MaxValue / 400).Skip.Should().BePositive();
    }

    [Theory]
    [InlineData("?sort=name", "name", false)]
    [InlineData("?sort=-name", "name", true)]
    [InlineData("?sort=password", "number", false)]
    [InlineData("?sort=-", "number", false)]
    [InlineData("?sort=", "number", false)]
    [InlineData("", "number", false)]
    public void Only_a_known_column_is_sorted_by(string query, string key, bool descending)
    {
        Sorting.From(Query(query), new Sorting("number"), "number", "name").Should().Be(new Sorting(key, descending));
    }

    private static QueryCollection Query(string query) => new(QueryHelpers.ParseQuery(query));
}
