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

    /// <summary>The whole lines; one that a kill cut short was acknowledged to nobody.</summary>
    public static IReadOnlyList<T> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var entries = new List<T>();
        foreach (var line in File.ReadAllLines(file))
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
