using TutorBot.Core.Chat;
using TutorBot.Discord;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Tests.Discord;

/// <summary>What <c>tutorbot doctor</c> finds out about Discord.</summary>
[Collection(Undisturbed.Name)]
public sealed class DiscordCheckTests
{
    private const ulong ViewChannel = 1024;

    [Fact]
    public async Task Check_ChannelWithoutRights_NamesThemAndTheRestIsGood()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.AddGuild("Readers");
        var (general, closed) = (guild.Channels[0], guild.AddChannel("closed"));
        closed.SetRights(discord.Bot, ViewChannel);

        var findings = await CheckAsync(discord, discord.Token, new ChannelRef("discord", guild.Id, general.Id), new ChannelRef("discord", guild.Id, closed.Id), new ChannelRef("discord", guild.Id, "1"));

        Assert.Equal([true, true, true, true, true, false, false], findings.Select(finding => finding.IsGood));
        Assert.Equal("The bot lacks Send Messages, Embed Links, Read Message History there. Give them to its role: channel settings, Permissions.", findings[5].What);
        Assert.Contains("The channel is gone", findings[6].What, StringComparison.Ordinal);
        Assert.Empty(discord.Violations);
    }

    [Fact]
    public async Task Check_TokenRefused_SaysWhereToMakeANewOne()
    {
        await using var discord = await FakeDiscord.StartAsync();

        var (_, isGood, what) = Assert.Single(await CheckAsync(discord, "wrong"));

        Assert.False(isGood);
        Assert.Contains("Reset Token", what, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<(string Check, bool IsGood, string What)>> CheckAsync(FakeDiscord discord, string token, params ChannelRef[] channels) =>
        DiscordServices.CheckAsync(new DiscordOptions(token, discord.ApiBaseUrl, 0, ""), channels, TimeProvider.System, CancellationToken.None);
}
