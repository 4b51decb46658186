using TutorBot.KillTest;

namespace TutorBot.Tests.Endurance;

/// <summary>
/// Workers, killed at random points; long runs are <c>dotnet run -c Release --project tests/TutorBot.KillTest -- run 1000</c> and
/// <c>-- run-two-on-postgres 1000</c>.
/// </summary>
public sealed class KillTests
{
    [Fact]
    public async Task Worker_KilledThirtyTimes_KeepsEveryPromise()
    {
        var (counts, problems) = await KillRun.RunAsync(30, TextWriter.Null);

        Assert.True(problems.Count == 0, $"{counts}\n{string.Join('\n', problems)}");
    }

    [PostgresFact]
    public async Task Workers_TwoOnOnePostgres_ShareTheWorkWhicheverIsKilled()
    {
        var (counts, problems) = await KillRun.RunTwoOnPostgresAsync(12, TextWriter.Null);

        Assert.True(problems.Count == 0, $"{counts}\n{string.Join('\n', problems)}");
    }
}
