using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace EduAid.Migrations.Sqlite;

/// <summary>Gives the migration tool a context of this provider; nothing else uses it.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<EduAidDbContext>
{
    public EduAidDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<EduAidDbContext>();
        new DatabaseSetup(DatabaseProvider.Sqlite, "Data Source=design.db").Apply(options);
        return new((DbContextOptions<EduAidDbContext>)options.Options);
    }
}
