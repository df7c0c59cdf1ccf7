using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Application.Storage.Protection;

/// <summary>One encrypted column of a table.</summary>
/// <param name="Name">Property of the row, ends in <c>Cipher</c>.</param>
/// <param name="Place">To what a row's value is bound.</param>
/// <param name="Hash">Property that holds the lookup hash of the same value, where there is one.</param>
/// <param name="HashKind">Kind of that hash (<see cref="FieldCipher.Hash(string, string, string)"/>).</param>
internal sealed record ProtectedColumn<T>(string Name, Func<T, string> Place, string? Hash = null, string? HashKind = null)
{
    public Func<T, byte[]?> Read { get; } = row => (byte[]?)typeof(T).GetProperty(Name)!.GetValue(row);
}

/// <summary>A table with encrypted columns.</summary>
internal abstract class ProtectedTable
{
    public abstract Type Row { get; }

    public abstract IReadOnlyList<string> Ciphers { get; }

    /// <summary>Properties with lookup hashes.</summary>
    public abstract IReadOnlyList<string> Hashes { get; }

    /// <summary>How many values of each column stand under which key, over all counties.</summary>
    public abstract Task CountAsync(EduAidDbContext db, Action<string, uint> value, CancellationToken stop);

    /// <summary>
    /// Encrypts anew whatever stands under another key than the current one, a few rows a transaction. A value that somebody changes
    /// meanwhile is left to them. Returns how many values were met under another key.
    /// </summary>
    public abstract Task<long> ReencryptAsync(IServiceScopeFactory scopes, KeyRing keys, IProgress<long>? progress, CancellationToken stop);

    /// <summary>Computes the lookup hashes of all rows anew, in the caller's transaction.</summary>
    public abstract Task RehashAsync(EduAidDbContext db, FieldCipher cipher, byte[] lookup, CancellationToken stop);
}

internal sealed class ProtectedTable<T>(params IReadOnlyList<ProtectedColumn<T>> columns) : ProtectedTable
    where T : class
{
    private const int RowsATransaction = 100;

    public override Type Row => typeof(T);

    public override IReadOnlyList<string> Ciphers => [.. columns.Select(c => c.Name)];

    public override IReadOnlyList<string> Hashes => [.. columns.Select(c => c.Hash).OfType<string>()];

    public override async Task CountAsync(EduAidDbContext db, Action<string, uint> value, CancellationToken stop)
    {
        await foreach (var row in db.Set<T>().IgnoreQueryFilters().AsAsyncEnumerable().WithCancellation(stop))
            foreach (var column in columns)
                if (column.Read(row) is { } cipher) value($"{typeof(T).Name}.{column.Name}", FieldCipher.KeyOf(cipher));
    }

    public override async Task<long> ReencryptAsync(IServiceScopeFactory scopes, KeyRing keys, IProgress<long>? progress, CancellationToken stop)
    {
        await using var reading = scopes.CreateAsyncScope();
        var (current, met, old) = (keys.Current, 0L, new List<T>());
        await foreach (var row in reading.ServiceProvider.GetRequiredService<EduAidDbContext>().Set<T>().IgnoreQueryFilters().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!columns.Any(c => c.Read(row) is { } cipher && FieldCipher.KeyOf(cipher) != current)) continue;
            old.Add(row);
            if (old.Count < RowsATransaction) continue;
            progress?.Report(met += await WriteAsync(scopes, old, current, stop));
            old.Clear();
        }
        if (old.Count > 0) progress?.Report(met += await WriteAsync(scopes, old, current, stop));
        return met;
    }

    public override async Task RehashAsync(EduAidDbContext db, FieldCipher cipher, byte[] lookup, CancellationToken stop)
    {
        foreach (var column in columns.Where(c => c.Hash is not null))
        {
            var rows = await db.Set<T>().IgnoreQueryFilters().ToListAsync(stop);
            foreach (var row in rows)
            {
                if (column.Read(row) is not { } sealed_) continue;
                var hash = FieldCipher.Hash(lookup, column.HashKind!, ((ICountyRow)row).County, cipher.Decrypt(sealed_, column.Place(row)));
                await Matching(db, row, column.Name, sealed_).ExecuteUpdateAsync(s => s.SetProperty(Property(column.Hash!), hash), stop);
            }
        }
    }

    private async Task<long> WriteAsync(IServiceScopeFactory scopes, List<T> rows, uint current, CancellationToken stop)
    {
        await using var writing = scopes.CreateAsyncScope();
        var (db, cipher, met) = (writing.ServiceProvider.GetRequiredService<EduAidDbContext>(), writing.ServiceProvider.GetRequiredService<FieldCipher>(), 0L);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                if (column.Read(row) is not { } sealed_ || FieldCipher.KeyOf(sealed_) == current) continue;
                met++;
                var place = column.Place(row);
                var fresh = cipher.Encrypt(cipher.Decrypt(sealed_, place), place);
                await Matching(db, row, column.Name, sealed_).ExecuteUpdateAsync(s => s.SetProperty(Property(column.Name), fresh), stop);
            }
        }
        await transaction.CommitAsync(stop);
        return met;
    }

    // The row by its key, as long as its value is still the one that was read.
    private static IQueryable<T> Matching(EduAidDbContext db, T row, string column, byte[] value)
    {
        var item = Expression.Parameter(typeof(T));
        var same = Same(item, column, typeof(byte[]), value);
        foreach (var key in db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties)
            same = Expression.AndAlso(same, Same(item, key.Name, key.ClrType, key.PropertyInfo!.GetValue(row)!));
        return db.Set<T>().IgnoreQueryFilters().Where(Expression.Lambda<Func<T, bool>>(same, item));
    }

    // In a box, so that the database gets a parameter and the query's plan is made once.
    private static BinaryExpression Same(ParameterExpression item, string property, Type type, object value)
    {
        var box = Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(type), value);
        return Expression.Equal(Expression.Property(item, property), Expression.Field(Expression.Constant(box), "Value"));
    }

    private static Expression<Func<T, byte[]>> Property(string name)
    {
        var item = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, byte[]>>(Expression.Property(item, name), item);
    }
}
