using TutorBot.KillTest;

namespace TutorBot.Tests.Endurance;

/// <summary>The worker, killed at random points; a long run is <c>dotnet run -c Release --project tests/TutorBot.KillTest -- run 1000</c>.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Worker_KilledThirtyTimes_KeepsEveryPromise()
    {
        var (counts, problems) = await KillRun.RunAsync(30, TextWriter.Null);

        Assert.True(problems.Count == 0, $"{counts}\n{string.Join('\n', problems)}");
    }
}
