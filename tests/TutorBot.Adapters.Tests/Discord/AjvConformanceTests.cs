using System.Text.Json;
using TutorBot.Adapters.Tests.Memory;
using TutorBot.TestSupport.Discord;
using Xunit.Abstractions;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>Our validator judges bodies by Discord's description as npm's ajv does.</summary>
public sealed class AjvConformanceTests(ITestOutputHelper output)
{
    private const int Count = 2_000;

    private static readonly NodePackage Package = new("ajv", "tests/conformance/discord-payloads");

    [NodeFact]
    public async Task Validate_RandomBodies_JudgesAsAjvDoes()
    {
        var requests = Enumerable.Range(0, Count).Select(RandomRequests.Of).ToList();

        var theirs = await Package.RunScriptAsync(requests.Select(request => request.ToString()).Prepend(JsonSerializer.Serialize(DiscordSpecification.Document)), "judge.mjs");

        Assert.Equal(Count, theirs.Count);
        var differing = new List<string>();
        foreach (var (request, fits) in requests.Zip(theirs.Select(bool.Parse)))
        {
            var mistakes = request.Mistakes();
            if (fits != (mistakes.Count == 0))
            {
                differing.Add($"ajv says {fits}, we say \"{string.Join("; ", mistakes)}\": {request}");
            }
        }

        var fitting = theirs.Count(bool.Parse);
        output.WriteLine($"{Count - differing.Count} verdicts agree, {differing.Count} differ; {fitting} bodies fit, {Count - fitting} do not.");
        Assert.Empty(differing);
        Assert.InRange(fitting, Count / 4, 3 * Count / 4);
    }
}
