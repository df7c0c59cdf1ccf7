using System.Data.Common;
using EduAid.Application.Enrolments;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Intake;

public class CancelledImportTests
{
    /// <summary>Stopped after the first, second, third … command until an import gets through: before that it has left nothing behind.</summary>
    [Theory, EveryDatabase]
    public async Task An_import_that_is_stopped_anywhere_writes_nothing(TestDatabase on)
    {
        var brake = new Brake();
        await using var county = await CountyFixture.OpenAsync(on, options => options.AddInterceptors(brake));
        await county.Schools(SchoolsFile);
        await county.Lists(ListOf("old.csv", Children(1, 3)));
        var before = await CountsAsync(county);
        var stopped = 0;
        for (var commands = 0; ; commands++)
        {
            commands.Should().BeLessThan(200);
            using var stop = new CancellationTokenSource();
            brake.StopAfter(commands, stop);
            try
            {
                await county.Do(s => s.Get<ImportEnrolments>().RunAsync(CountyFixture.Clerk, new(Spring2020, [ListOf("new.csv", Children(2, 4))]), stop.Token));
                brake.Release();
                break;
            }
            catch (OperationCanceledException)
            {
                brake.Release();
                stopped++;
                (await CountsAsync(county)).Should().Be(before);
                (await OnList(county)).Should().Equal(1, 2, 3);
            }
        }
        stopped.Should().BeGreaterThan(10, "the import is stopped within its transaction, not only before it");
        (await OnList(county)).Should().Equal(2, 3, 4, 5);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    private static Task<(int, int, int, int, long)> CountsAsync(CountyFixture county) => county.Do(async s => (
        await s.Db.Imports.CountAsync(), await s.Db.SchoolLists.CountAsync(), await s.Db.Enrolments.CountAsync(), await s.Db.People.CountAsync(),
        await s.Db.AuditEvents.LongCountAsync()));

    private sealed class Brake : DbCommandInterceptor
    {
        private int _left = int.MaxValue;
        private CancellationTokenSource? _stop;

        public void StopAfter(int commands, CancellationTokenSource stop) => (_left, _stop) = (commands, stop);

        public void Release() => _stop = null;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await CountAsync(cancellationToken);
            return result;
        }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await CountAsync(cancellationToken);
            return result;
        }

        private async Task CountAsync(CancellationToken token)
        {
            if (_stop is not { } stop || _left-- > 0) return;
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        }
    }
}
