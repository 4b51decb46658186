using Microsoft.EntityFrameworkCore;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

public sealed class SchemaOnPostgresTests(PostgresFixture database) : SchemaContract(database), IClassFixture<PostgresFixture>
{
    private protected override string ColumnsSql =>
        "SELECT t.relname, c.attname, format_type(c.atttypid, c.atttypmod), NOT c.attnotnull, "
        + "coalesce(array_position(k.indkey::int2[], c.attnum) + 1, 0) FROM pg_class t "
        + "JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 LEFT JOIN pg_index k ON k.indrelid = t.oid AND k.indisprimary "
        + "WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname NOT LIKE '\\_\\_EF%'";

    private protected override string IndexesSql =>
        "SELECT t.relname, i.indisunique, (SELECT string_agg(c.attname, ',' ORDER BY array_position(i.indkey::int2[], c.attnum)) FROM pg_attribute c "
        + "WHERE c.attrelid = t.oid AND c.attnum = ANY(i.indkey)) FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid "
        + "WHERE t.relnamespace = 'public'::regnamespace AND NOT i.indisprimary";

    private protected override Task<(DbContextOptions<TutorDatabase> Options, Func<Task<Database>> Open)> NewAsync()
    {
        var connection = PostgresServer.Shared.CreateDatabase();
        return Task.FromResult<(DbContextOptions<TutorDatabase>, Func<Task<Database>>)>(
            (new DbContextOptionsBuilder<TutorDatabase>().UseNpgsql(connection).Options,
                () => Database.OpenPostgresAsync(connection, TimeProvider.System, default)));
    }
}
