using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TutorBot.Storage;

namespace TutorBot.KillTest;

/// <summary>The database of a run: a file in its folder, or PostgreSQL.</summary>
internal static class RunDatabase
{
    private const string PostgresFile = "postgres.txt";

    /// <summary>Lets a run use PostgreSQL.</summary>
    public static void UsePostgres(string folder, string connectionString) => File.WriteAllText(Path.Combine(folder, PostgresFile), connectionString);

    /// <summary>Opens it as the product does.</summary>
    public static Task<Database> OpenAsync(string folder, TimeProvider time) => Postgres(folder) is { } connectionString
        ? Database.OpenPostgresAsync(connectionString, time, default)
        : Database.OpenSqliteAsync(Path.Combine(folder, "tutorbot.db"), time, default);

    /// <summary>A connection to look into it.</summary>
    public static DbConnection Connect(string folder)
    {
        DbConnection connection = Postgres(folder) is { } connectionString
            ? new NpgsqlConnection(connectionString)
            : new SqliteConnection($"Data Source={Path.Combine(folder, "tutorbot.db")};Default Timeout=10");
        connection.Open();
        return connection;
    }

    private static string? Postgres(string folder) =>
        Path.Combine(folder, PostgresFile) is var file && File.Exists(file) ? File.ReadAllText(file) : null;
}
