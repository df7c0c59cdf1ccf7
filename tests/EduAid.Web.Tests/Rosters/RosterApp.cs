using System.Data.Common;
using ClosedXML.Excel;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Rosters;

/// <summary>The application with a small county, loaded and drafted through the verbs; it counts the questions put to the database.</summary>
public sealed class RosterApp : WebApp, IAsyncLifetime
{
    private readonly Counter _counter = new();

    public static Semester Spring { get; } = Semester.Spring(2020);

    /// <summary>The school with the most entries.</summary>
    public SchoolId School { get; private set; }

    public async Task InitializeAsync()
    {
        await LoadCountyAsync();
        await using var work = Work();
        School = await work.Db.Rosters.Where(r => r.Semester == Spring).GroupBy(r => r.School).OrderByDescending(g => g.Sum(r => r.Entries)).Select(g => g.Key).FirstAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>How many questions a request asks.</summary>
    public async Task<int> QueriesAsync(Func<Task> request)
    {
        var before = _counter.Asked;
        await request();
        return _counter.Asked - before;
    }

    public static async Task<XLWorkbook> WorkbookAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return new(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
    }

    protected override void Configure(IWebHostBuilder host) =>
        host.ConfigureServices(s => s.ConfigureDbContext<EduAidDbContext>(o => o.AddInterceptors(_counter)));

    private sealed class Counter : DbCommandInterceptor
    {
        private int _asked;

        public int Asked => _asked;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _asked);
            return ValueTask.FromResult(result);
        }
    }
}
