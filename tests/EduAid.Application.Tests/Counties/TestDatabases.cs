using System.Reflection;
using Npgsql;
using Xunit.Sdk;

namespace EduAid.Application.Tests.Counties;

public enum TestDatabase
{
    Sqlite = 1,
    PostgreSql,
}

/// <summary>Runs a test on SQLite and, where <c>EDUAID_TEST_POSTGRES</c> is set, once more on PostgreSQL.</summary>
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => TestDatabases.All.Select(database => new object[] { database });
}

/// <summary>
/// The databases of this run. <c>EDUAID_TEST_POSTGRES</c> holds the connection string of a server on which databases may be created
/// (<c>tests/postgres.sh start</c> prints one), or <c>required</c> where a run without such a server must fail.
/// </summary>
public static class TestDatabases
{
    public const string Variable = "EDUAID_TEST_POSTGRES";

    private static readonly string? Setting = Environment.GetEnvironmentVariable(Variable);

    public static IReadOnlyList<TestDatabase> All =>
        string.IsNullOrEmpty(Setting) ? [TestDatabase.Sqlite] : [TestDatabase.Sqlite, TestDatabase.PostgreSql];

    public static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 8 }.ToString();

    public static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Server => Setting is { Length: > 0 } and not "required"
        ? Setting
        : throw new InvalidOperationException(
            $"{Variable} asks for PostgreSQL and names no server. Start one with tests/postgres.sh and set {Variable} to what it prints.");
}
