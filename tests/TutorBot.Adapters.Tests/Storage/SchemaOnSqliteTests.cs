using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TutorBot.Storage;

namespace TutorBot.Adapters.Tests.Storage;

public sealed class SchemaOnSqliteTests(SqliteFixture database) : SchemaContract(database), IClassFixture<SqliteFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tutorbot-schema-").FullName;
    private readonly List<string> _opened = [];
    private int _files;

    private protected override string ColumnsSql =>
        "SELECT t.name, c.name, c.type, NOT c.\"notnull\", c.pk FROM sqlite_master t, pragma_table_info(t.name) c "
        + "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '__EF%'";

    private protected override string IndexesSql =>
        "SELECT t.name, i.\"unique\", (SELECT group_concat(c.name) FROM pragma_index_info(i.name) c) FROM sqlite_master t, pragma_index_list(t.name) i "
        + "WHERE t.type = 'table' AND t.name NOT LIKE '__EF%' AND i.origin = 'c'";

    [Fact]
    public async Task OpenSqliteAsync_FolderMissing_SaysSo()
    {
        var refused = await Assert.ThrowsAsync<DatabaseException>(() => OpenAsync(Path.Combine(_folder, "nowhere", "x.db")));

        Assert.Contains("nowhere", refused.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be opened", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task OpenSqliteAsync_Folder_SaysSo() => Assert.ThrowsAsync<DatabaseException>(() => OpenAsync(_folder));

    [Fact]
    public async Task OpenSqliteAsync_NoDatabase_SaysSo()
    {
        var file = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(file, new string('x', 5000));

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => OpenAsync(file));

        Assert.Contains("not a database", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenSqliteAsync_ReadOnly_SaysSo(bool isMigrated)
    {
        var file = Path.Combine(_folder, "readonly.db");
        if (isMigrated)
        {
            await OpenAsync(file);
        }
        else
        {
            await File.WriteAllBytesAsync(file, []);
        }

        // Of the file system's rights root would not notice anything.
        var refused = await Assert.ThrowsAsync<DatabaseException>(() => OpenAsync($"file:{file}?mode=ro"));

        Assert.Contains("readonly", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenSqliteAsync_KilledWhileMigrating_DoesNotWaitForItsLock(bool isMigrated)
    {
        var (options, open) = await NewAsync();
        if (isMigrated)
        {
            await open();
        }

        await using (var context = new TutorDatabase(options))
        {
            await context.Database.ExecuteSqlRawAsync(
                "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-03-02 09:30:00+00:00');");
        }

        await open().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }

    [Fact]
    public async Task OpenSqliteAsync_RestoredCopyWithoutWal_Opens()
    {
        var (options, open) = await NewAsync();
        Clear((await open()).ConnectionString);
        await using (var context = new TutorDatabase(options))
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE");
        }

        Assert.False((await open()).IsPostgres);
    }

    public void Dispose()
    {
        foreach (var connectionString in _opened)
        {
            Clear(connectionString);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private protected override Task<(DbContextOptions<TutorDatabase> Options, Func<Task<Database>> Open)> NewAsync()
    {
        var file = Path.Combine(_folder, $"{++_files}.db");
        return Task.FromResult<(DbContextOptions<TutorDatabase>, Func<Task<Database>>)>(
            (new DbContextOptionsBuilder<TutorDatabase>().UseSqlite($"Data Source={file};Pooling=False").Options, () => OpenAsync(file)));
    }

    private static void Clear(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task<Database> OpenAsync(string file)
    {
        var opened = await Database.OpenSqliteAsync(file, TimeProvider.System, default);
        _opened.Add(opened.ConnectionString);
        return opened;
    }
}
