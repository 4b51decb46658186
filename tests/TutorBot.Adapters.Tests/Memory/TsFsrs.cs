using System.Text.Json;

namespace TutorBot.Adapters.Tests.Memory;

/// <summary>Runs npm's ts-fsrs over 10,000 random histories, once for all tests; fetches it where it is not there.</summary>
public sealed class TsFsrs
{
    public const int Count = 10_000;
    private const string Seed = "20261126";
    private static readonly NodePackage Package = new("ts-fsrs", "tests/conformance/fsrs");
    private readonly Lazy<Task<IReadOnlyList<FsrsHistory>>> _histories = new(ReadAsync);

    public Task<IReadOnlyList<FsrsHistory>> HistoriesAsync() => _histories.Value;

    private static async Task<IReadOnlyList<FsrsHistory>> ReadAsync()
    {
        var lines = await Package.RunScriptAsync([], "histories.mjs", Seed, $"{Count}");
        return [.. lines.Select(line => JsonSerializer.Deserialize<FsrsHistory>(line, JsonSerializerOptions.Web) ?? throw new InvalidDataException(line))];
    }
}
