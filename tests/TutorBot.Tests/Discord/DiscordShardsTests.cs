using System.Globalization;
using TutorBot.TestSupport;
using TutorBot.TestSupport.Discord;
using TutorBot.Tests.Endurance;

namespace TutorBot.Tests.Discord;

/// <summary>Several connections, and several workers.</summary>
[Collection(Undisturbed.Name)]
public sealed class DiscordShardsTests
{
    [Fact]
    public async Task Servers_OnTwoShards_AreAnsweredEachOverItsOwn()
    {
        var guilds = new List<FakeGuild>();
        await using var host = await DiscordHost.StartAsync(discord =>
        {
            (discord.Gateway.Shards, discord.Gateway.RequiresShards) = (2, true);
            while (guilds.Select(Shard).Distinct().Count() < 2)
            {
                guilds.Add(discord.AddGuild($"Readers {guilds.Count}"));
            }
        });

        await host.Discord.WaitUntilAsync(discord => discord.Gateway.LiveSessions == 2, "both connections");
        foreach (var guild in guilds.DistinctBy(Shard))
        {
            Assert.Contains("Dropout", (await host.SayAsync(host.Discord.Owner, guild.Channels[0], "card", ("term", "dropout"))).Text, StringComparison.Ordinal);
        }

        Assert.Equal(2, host.Discord.Gateway.Identifies);
        Assert.Empty(host.Discord.Violations);
    }

    [PostgresFact]
    public async Task Workers_TwoOnOneDatabase_ConnectOnceAndTakeOver()
    {
        using var server = PostgresServer.Start();
        var postgres = server.CreateDatabase();
        var folders = Enumerable.Range(0, 2).Select(_ => Directory.CreateTempSubdirectory("tutorbot").FullName).ToList();
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        await host.StopBotAsync();
        host.Time.Advance(TimeSpan.FromSeconds(6));
        var before = host.Discord.Gateway.Identifies;

        var first = await host.StartWorkerAsync(folders[0], null, postgres);
        await host.Discord.WaitUntilConnectedAsync();
        var introduced = host.Discord.Requests.Count(request => request.Path == "/applications/@me");
        await using var second = await host.StartWorkerAsync(folders[1], null, postgres);
        await host.Discord.WaitUntilAsync(discord => discord.Requests.Count(request => request.Path == "/applications/@me") > introduced, "the second worker");
        await host.SayAsync(host.Discord.Owner, guild.Channels[0], "help");
        Assert.Equal(before + 1, host.Discord.Gateway.Identifies);

        host.Time.Advance(TimeSpan.FromSeconds(6));
        await first.DisposeAsync();
        await host.Discord.WaitUntilAsync(discord => discord.Gateway.Identifies == before + 2 && discord.Gateway.LiveSessions == 1, "the second worker to take over");
        await host.SayAsync(host.Discord.Owner, guild.Channels[0], "help");
        folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    private static ulong Shard(FakeGuild guild) => (ulong.Parse(guild.Id, CultureInfo.InvariantCulture) >> 22) % 2;
}
