using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using TutorBot.Storage;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>The hand-written migrations make what the model expects, and an unknown schema is refused, on every database.</summary>
public abstract class SchemaContract(DatabaseFixture database)
{
    [ContractFact]
    public async Task OpenAsync_Schema_EqualsTheModel()
    {
        await using var context = database.Database.Connect();
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();

        Assert.Equal(Expected(context), await ActualAsync(connection));
    }

    [ContractFact]
    public async Task OpenAsync_EachEarlierSchema_IsUpgradedToTheModel()
    {
        string[] names;
        await using (var first = database.Database.Connect())
        {
            names = [.. first.Database.GetMigrations()];
        }

        foreach (var earlier in (string[])[Migration.InitialDatabase, .. names])
        {
            var (options, open) = await NewAsync();
            await using (var context = new TutorDatabase(options))
            {
                await context.GetService<IMigrator>().MigrateAsync(earlier);
            }

            var opened = await open();
            await using var upgraded = opened.Connect();
            await upgraded.Database.OpenConnectionAsync();
            Assert.Equal(Expected(upgraded), await ActualAsync(upgraded.Database.GetDbConnection()));
            Assert.Equal(names, await upgraded.Database.GetAppliedMigrationsAsync());
        }
    }

    [ContractFact]
    public async Task OpenAsync_FirstSchemaUnderItsFormerName_IsUpgraded()
    {
        var (options, open) = await NewAsync();
        await using (var context = new TutorDatabase(options))
        {
            await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().First());
            await context.Database.ExecuteSqlRawAsync("UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = '0001_rounds'");
        }

        var opened = await open();

        await using var upgraded = opened.Connect();
        Assert.Empty(await upgraded.Database.GetPendingMigrationsAsync());
    }

    [ContractFact]
    public async Task OpenAsync_LaterSchema_IsRefusedByName()
    {
        var (options, open) = await NewAsync();
        await open();
        await using (var context = new TutorDatabase(options))
        {
            await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('9999_from_the_future', '99.0')");
        }

        var refused = await Assert.ThrowsAsync<DatabaseException>(open);

        Assert.Contains("9999_from_the_future", refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A new, empty database: how to reach it, and how to open it as the host does.</summary>
    private protected abstract Task<(DbContextOptions<TutorDatabase> Options, Func<Task<Database>> Open)> NewAsync();

    /// <summary>Table, name, type, whether null is allowed and place in the primary key (from 1, else 0) of each column.</summary>
    private protected abstract string ColumnsSql { get; }

    /// <summary>Table, whether unique and columns of each index but the primary keys'.</summary>
    private protected abstract string IndexesSql { get; }

    private static SortedSet<string> Expected(TutorDatabase context)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in context.Model.GetEntityTypes())
        {
            var table = StoreObjectIdentifier.Table(type.GetTableName() ?? "");
            var key = type.FindPrimaryKey()?.Properties.ToList() ?? [];
            foreach (var property in type.GetProperties())
            {
                lines.Add(Line($"{table.Name}.{property.GetColumnName(table)} {property.GetRelationalTypeMapping().StoreType} null:{property.IsNullable} key:{key.IndexOf(property) + 1}"));
            }

            foreach (var index in type.GetIndexes())
            {
                lines.Add(Line($"{table.Name} unique:{index.IsUnique} ({string.Join(',', index.Properties.Select(property => property.GetColumnName(table)))})"));
            }
        }

        return lines;
    }

    private async Task<SortedSet<string>> ActualAsync(DbConnection connection)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        await ReadAsync(connection, ColumnsSql, row => lines.Add(Line(
            $"{row.GetString(0)}.{row.GetString(1)} {row.GetString(2)} null:{Convert.ToBoolean(row.GetValue(3), CultureInfo.InvariantCulture)} key:{row.GetValue(4)}")));
        await ReadAsync(connection, IndexesSql, row => lines.Add(Line(
            $"{row.GetString(0)} unique:{Convert.ToBoolean(row.GetValue(1), CultureInfo.InvariantCulture)} ({row.GetString(2)})")));
        return lines;
    }

    private static async Task ReadAsync(DbConnection connection, string sql, Action<DbDataReader> read)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of the two subclasses.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            read(reader);
        }
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
