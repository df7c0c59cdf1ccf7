using System.Data.Common;
using EduAid.Application.Enrolments;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Rosters;

public class QueryShapeTests
{
    /// <summary>Four times the children at the same schools: the commands stay the same number but for chunks of a thousand.</summary>
    [Theory, EveryDatabase]
    public async Task Neither_an_import_nor_a_generation_issues_a_query_per_person(TestDatabase on)
    {
        var few = await CountAsync(on, 60);
        var many = await CountAsync(on, 240);
        many.Should().BeEquivalentTo(few);
        few.Values.Should().OnlyContain(count => count > 0 && count < 90);
    }

    private static async Task<Dictionary<string, int>> CountAsync(TestDatabase on, int children)
    {
        var counter = new Counter();
        await using var county = await CountyFixture.OpenAsync(on, options => options.AddInterceptors(counter));
        await county.Schools(SchoolsFile);
        var counts = new Dictionary<string, int>();
        async Task Count(string what, Func<Task> work)
        {
            counter.Commands = 0;
            await work();
            counts[what] = counter.Commands;
        }
        await Count("registered list", () => county.Registered(RegisteredOf("p.csv", Children(1, children))));
        await Count("school list", () => county.Lists(ListOf("a.csv", Children(1, children))));
        await Count("first generation", () => county.Generate(Spring2020));
        await Count("later list", () => county.Lists(ListOf("b.csv", Children(2, children))));
        await Count("later generation", () => county.Generate(Spring2020));
        await Count("addition", () => county.Lists(new ListImport(Spring2020, [ListOf("c.csv", Children(1, 1))], Mode: ListMode.Add)));
        await Count("missed children", () => county.MissedAsync(Autumn2020));
        return counts;
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public int Commands { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands++;
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Commands++;
            return ValueTask.FromResult(result);
        }
    }
}
