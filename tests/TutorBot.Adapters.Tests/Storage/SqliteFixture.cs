using Microsoft.Data.Sqlite;
using TutorBot.Storage;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>SQLite in a temporary file.</summary>
public sealed class SqliteFixture : DatabaseFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tutorbot-sqlite-").FullName;

    public string File => Path.Combine(_folder, "tutorbot.db");

    public override Task DisposeAsync()
    {
        using (var connection = new SqliteConnection(Database.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    protected override async Task<Database?> OpenAsync() => await Database.OpenSqliteAsync(File, TimeProvider.System, default);
}
