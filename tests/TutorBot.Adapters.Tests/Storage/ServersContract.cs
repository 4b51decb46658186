using TutorBot.Core.Chat;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>What is known of servers on every database.</summary>
public abstract class ServersContract(DatabaseFixture database)
{
    private static readonly DateTimeOffset Now = SampleRounds.Opens;

    private ServerStore Servers => new(database.Database);

    [ContractFact]
    public async Task NoteAsync_UntilGreeted_SaysThatNothingWasSaid()
    {
        var server = SampleRounds.User().Id;

        Assert.Equal(Now, await Servers.NoteAsync("discord", server, Now, default));
        Assert.Equal(Now, await Servers.NoteAsync("discord", server, Now.AddDays(1), default));
        Assert.Contains(("discord", server), await Servers.UngreetedAsync(default));
        Assert.True(await Servers.TryGreetAsync("discord", server, Now, default));
        Assert.False(await Servers.TryGreetAsync("discord", server, Now, default));
        Assert.Null(await Servers.NoteAsync("discord", server, Now, default));
        Assert.DoesNotContain(("discord", server), await Servers.UngreetedAsync(default));
    }

    [ContractFact]
    public async Task LeaveAsync_AndInvitedAgain_IsGreetedAgain()
    {
        var server = SampleRounds.User().Id;
        await Servers.NoteAsync("discord", server, Now, default);
        await Servers.TryGreetAsync("discord", server, Now, default);

        await Servers.LeaveAsync("discord", server, Now, default);
        Assert.DoesNotContain(server, await Servers.PresentAsync("discord", default));
        Assert.DoesNotContain(("discord", server), await Servers.UngreetedAsync(default));

        Assert.Equal(Now.AddDays(1), await Servers.NoteAsync("discord", server, Now.AddDays(1), default));
        Assert.Contains(server, await Servers.PresentAsync("discord", default));
    }

    [ContractFact]
    public async Task ExpireAsync_ServerThatLeftThirtyDaysAgo_LosesItsGroupsAndPointsAndNobodyElseDoes()
    {
        var ((gone, captain), (stays, _)) = (await database.GroupAsync(), await database.GroupAsync());
        var server = SampleRounds.User().Id;
        gone = gone with { Home = new ChannelRef("discord", server, "1") };
        Assert.True(await database.Groups.TryUpdateAsync(gone, default));
        await Servers.NoteAsync("discord", server, Now, default);
        await Servers.LeaveAsync("discord", server, Now, default);
        var personal = new PersonalDataStore(database.Database, new IgnoreKey(new byte[32]));

        await personal.ExpireAsync(Now.AddDays(29), default);
        Assert.NotNull(await database.Groups.FindAsync(gone.Id, default));
        await personal.ExpireAsync(Now.AddDays(31), default);

        Assert.Null(await database.Groups.FindAsync(gone.Id, default));
        Assert.NotNull(await database.Groups.FindAsync(stays.Id, default));
        Assert.NotNull(await database.People.FindAsync(captain, default));
        Assert.Equal(Now.AddDays(31), await Servers.NoteAsync("discord", server, Now.AddDays(31), default));
    }
}
