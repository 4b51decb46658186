using Microsoft.Data.Sqlite;

namespace TutorBot.Benchmarks;

/// <summary>A folder that is gone after use, databases in it included.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("tutorbot-benchmark-").FullName;

    public string PathOf(string name) => Path.Combine(_path, name);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_path, recursive: true);
    }
}
