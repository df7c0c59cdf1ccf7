using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace EduAid.Application.Tests.Storage;

/// <summary>The migrations of each database lead to the model; SQL Server's, which no test can run, are read by its own tools.</summary>
public class MigrationsTests
{
    public static TheoryData<DatabaseProvider> Providers => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory, MemberData(nameof(Providers))]
    public void No_change_of_the_model_lacks_its_migration(DatabaseProvider provider)
    {
        using var db = ContextOf(provider);
        db.Database.HasPendingModelChanges().Should().BeFalse();
        db.Database.GetMigrations().Should().NotBeEmpty();
    }

    [Fact]
    public void The_schema_for_SQL_Server_is_a_valid_model_of_that_database()
    {
        using var db = ContextOf(DatabaseProvider.SqlServer);
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var part in db.Database.GenerateCreateScript().Split("\nGO", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) model.AddObjects(part);
        model.GetObjects(DacQueryScopes.UserDefined, ModelSchema.Table).Should().HaveCountGreaterThan(40);
        model.Validate().Where(m => m.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error).Select(m => m.Message).Should().BeEmpty();
    }

    [Fact]
    public void The_migrations_for_SQL_Server_are_statements_that_it_can_read()
    {
        using var db = ContextOf(DatabaseProvider.SqlServer);
        using var script = new StringReader(db.GetService<IMigrator>().GenerateScript());
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(script, out var errors);
        errors.Select(e => $"{e.Line}: {e.Message}").Should().BeEmpty();
    }

    private static EduAidDbContext ContextOf(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new Migrations.Sqlite.DesignTime().CreateDbContext([]),
        DatabaseProvider.PostgreSql => new Migrations.PostgreSql.DesignTime().CreateDbContext([]),
        _ => new Migrations.SqlServer.DesignTime().CreateDbContext([]),
    };
}
