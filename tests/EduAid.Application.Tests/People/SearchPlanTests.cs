using System.Data.Common;
using System.Text.RegularExpressions;
using EduAid.Application.People;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.People;

/// <summary>What a search asks of SQLite goes by an index past the county: it costs the same among 150 000 pupils.</summary>
public sealed partial class SearchPlanTests
{
    [Theory]
    [InlineData("王")]
    [InlineData("wx")]
    [InlineData("1234")]
    [InlineData("341523201003050011")]
    [InlineData("34152300000001")]
    [InlineData("王", true)]
    [InlineData(null, true)]
    public async Task A_search_goes_by_an_index(string? typed, bool narrowed = false)
    {
        var plans = new Plans();
        await using var county = await OpenAsync(TestDatabase.Sqlite, options => options.AddInterceptors(plans));
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("p.csv", Child(1, name: "王小明"), Child(2)));
        await county.Lists(List("1.csv", Row(Child(1, name: "王小明")), Row(Child(2)), Row(Child(3))));
        var filter = narrowed ? new PupilFilter(Status: EnrolmentStatus.InSchool, Township: "东河镇", Village: "下湾村") : new();
        plans.On = true;
        await county.Do(async s =>
        {
            var page = await s.Get<PupilList>().PageAsync(Spring2020, filter, Sought.Read(typed), _ => "", 0, 50, Stop);
            return await s.Get<PupilFacts>().OfPageAsync(Spring2020, [.. page.Rows.Select(r => r.Person), new PersonId(Guid.Empty)], Stop);
        });
        plans.Lines.Should().NotBeEmpty();
        plans.Lines.Where(l => Slow().IsMatch(l)).Should().BeEmpty(string.Join('\n', plans.Lines));
    }

    // A walk over a table, or over all of one county's rows in it.
    [GeneratedRegex(@"^SCAN (?!\d|CONSTANT|e\d* )\w+$|^SEARCH .*(People|Enrolments|Registrations|PersonIdNumbers|RosterEntries|LineEntries|PaymentLines)\w* \(County=\?\)")]
    private static partial Regex Slow();

    private sealed class Plans : DbCommandInterceptor
    {
        public bool On { get; set; }

        public List<string> Lines { get; } = [];

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (!On || !command.CommandText.Contains("\"People\"", StringComparison.Ordinal)) return result;
            await using var asked = command.Connection!.CreateCommand();
            asked.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            asked.Transaction = command.Transaction;
            foreach (DbParameter parameter in command.Parameters)
            {
                var copy = asked.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                asked.Parameters.Add(copy);
            }
            await using var plan = await asked.ExecuteReaderAsync(cancellationToken);
            Lines.Add("-- " + command.CommandText.ReplaceLineEndings(" "));
            while (await plan.ReadAsync(cancellationToken)) Lines.Add(plan.GetString(3));
            return result;
        }
    }
}
