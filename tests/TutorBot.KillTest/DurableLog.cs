using System.Text;
using System.Text.Json;

namespace TutorBot.KillTest;

/// <summary>Lines of JSON that are on the disk before the next thing happens.</summary>
internal sealed class DurableLog<T>(string file) : IDisposable
{
    private readonly FileStream _stream = new(file, FileMode.Append, FileAccess.Write, FileShare.Read);

    public void Add(T entry)
    {
        _stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry) + "\n"));
        _stream.Flush(flushToDisk: true);
    }

    /// <summary>What all workers wrote, in no order.</summary>
    public static IReadOnlyList<T> ReadAll(string folder, string name) => [.. Directory.EnumerateFiles(folder, $"{name}-*.log").SelectMany(Read)];

    /// <summary>The whole lines; one that a kill cut short was acknowledged to nobody.</summary>
    public static IReadOnlyList<T> Read(string file)
    {
        var entries = new List<T>();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            try
            {
                if (JsonSerializer.Deserialize<T>(line) is { } entry)
                {
                    entries.Add(entry);
                }
            }
            catch (JsonException)
            {
                // The cut line, with what the next start wrote behind it.
            }
        }

        return entries;
    }

    public void Dispose() => _stream.Dispose();
}
