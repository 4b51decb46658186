using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>What people, groups and schedules are on every database.</summary>
public abstract class GroupsContract(DatabaseFixture database)
{
    private static readonly DateTimeOffset Now = SampleRounds.Opens;

    [ContractFact]
    public async Task FindOrAddAsync_FiftyTimesAtOnce_MakesOnePerson()
    {
        var who = SampleRounds.User();

        var people = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => database.People.FindOrAddAsync(who, "Ada", default))));

        Assert.Single(people.Select(person => person.Id).Distinct());
        Assert.True(people[0].Id.Value >= 1);
    }

    [ContractFact]
    public async Task FindOrAddAsync_ChangedName_IsKept()
    {
        var who = SampleRounds.User();
        var first = await database.People.FindOrAddAsync(who, "Ada", default);
        await database.People.SetZoneAsync(first.Id, "Asia/Kathmandu", default);
        await database.People.SetVisibilityAsync(first.Id, Visibility.Hidden, default);

        var second = await database.People.FindOrAddAsync(who, "Ada 👩🏽‍💻", default);

        Assert.Equal(new Person(first.Id, who, "Ada 👩🏽‍💻", "Asia/Kathmandu", Visibility.Hidden), second);
        Assert.Equal(second, await database.People.FindAsync(who, default));
    }

    [ContractFact]
    public async Task FindOrAddAsync_NameThatNoDatabaseTakes_IsKeptWithoutThat()
    {
        var who = SampleRounds.User();

        var person = await database.People.FindOrAddAsync(who, "A\0da \ud83d" + new string('x', 200), default);

        Assert.StartsWith("Ada", person.Name, StringComparison.Ordinal);
        Assert.InRange(person.Name.Length, 90, 100);
        Assert.Equal(person, await database.People.FindOrAddAsync(who, "A\0da \ud83d" + new string('x', 200), default));
    }

    [ContractFact]
    public async Task FindAsync_Unknown_IsNull() => Assert.Null(await database.People.FindAsync(SampleRounds.User(), default));

    [ContractFact]
    public async Task TryCreateAsync_NameTakenInTheWorkspace_IsFalse()
    {
        var home = SampleRounds.Channel();
        var captain = await database.PersonAsync();
        Assert.True(await database.Groups.TryCreateAsync(SampleRounds.Group(home, "Readers"), captain, Now, default));

        Assert.False(await database.Groups.TryCreateAsync(SampleRounds.Group(home with { Id = "other" }, "readers"), captain, Now, default));
        Assert.True(await database.Groups.TryCreateAsync(SampleRounds.Group(SampleRounds.Channel(), "Readers"), captain, Now, default));
        Assert.Single(await database.Groups.InWorkspaceAsync(home, default));
    }

    [ContractFact]
    public async Task TryCreateAsync_SameNameAtOnce_MakesOne()
    {
        var home = SampleRounds.Channel();
        var captain = await database.PersonAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() =>
            database.Groups.TryCreateAsync(SampleRounds.Group(home, "Readers"), captain, Now, default))));

        Assert.Single(made, true);
        Assert.Single(await database.Groups.InWorkspaceAsync(home, default));
    }

    [ContractFact]
    public async Task FindAsync_Group_IsAsItWasMade()
    {
        var (group, captain) = await database.GroupAsync();

        var found = await database.Groups.FindAsync(group.Id, default);

        Assert.NotNull(found);
        Assert.Equal(group with { Decks = [] }, found with { Decks = [] });
        Assert.Equal(group.Decks, found.Decks);
        var member = Assert.Single(await database.Groups.MembersAsync(group.Id, default));
        Assert.Equal((captain, MemberState.Active, true), (member.Person, member.State, member.IsCaptain));
        Assert.Equal(member, Assert.Single(await database.Groups.OfPersonAsync(captain, default)));
        Assert.Equal(group.Id, Assert.Single(await database.Groups.OfChannelAsync(group.Home, default)).Id);
    }

    [ContractFact]
    public async Task TryUpdateAsync_NameTaken_ChangesNothing()
    {
        var home = SampleRounds.Channel();
        var captain = await database.PersonAsync();
        var (one, two) = (SampleRounds.Group(home, "One"), SampleRounds.Group(home, "Two"));
        Assert.True(await database.Groups.TryCreateAsync(one, captain, Now, default));
        Assert.True(await database.Groups.TryCreateAsync(two, captain, Now, default));

        Assert.False(await database.Groups.TryUpdateAsync(two with { Name = "ONE", JoinCode = "x" }, default));
        Assert.Equal(("Two", ""), (await database.Groups.FindAsync(two.Id, default)) is { } kept ? (kept.Name, kept.JoinCode) : default);
        Assert.True(await database.Groups.TryUpdateAsync(two with { Name = "Three", JoinPolicy = JoinPolicy.Code, JoinCode = "x" }, default));
        Assert.Equal("Three", (await database.Groups.FindAsync(two.Id, default))?.Name);
        Assert.False(await database.Groups.TryUpdateAsync(SampleRounds.Group(), default));
    }

    [ContractFact]
    public async Task TryRemoveCaptainAsync_LastOne_CannotStepDownUnlessThatIsMeant()
    {
        var (group, captain) = await database.GroupAsync();
        var other = (await database.JoinAsync(group.Id, 1))[0];

        Assert.False(await database.Groups.TryRemoveCaptainAsync(group.Id, captain, false, default));
        Assert.False(await database.Groups.TryAskCaptainAsync(group.Id, await database.PersonAsync(), default));
        Assert.False(await database.Groups.TryAcceptCaptainAsync(group.Id, other, default));
        Assert.True(await database.Groups.TryAskCaptainAsync(group.Id, other, default));
        Assert.False(await database.Groups.TryRemoveCaptainAsync(group.Id, captain, false, default));
        Assert.True(await database.Groups.TryAcceptCaptainAsync(group.Id, other, default));
        Assert.False(await database.Groups.TryAcceptCaptainAsync(group.Id, other, default));
        Assert.True(await database.Groups.TryRemoveCaptainAsync(group.Id, captain, false, default));
        Assert.False(await database.Groups.TryRemoveCaptainAsync(group.Id, other, false, default));
        Assert.True(await database.Groups.TryRemoveCaptainAsync(group.Id, other, true, default));
        Assert.DoesNotContain(await database.Groups.MembersAsync(group.Id, default), member => member.IsCaptain);
    }

    [ContractFact]
    public async Task TryAcceptCaptainAsync_TakenBackOrLeft_IsNoCaptain()
    {
        var (group, _) = await database.GroupAsync();
        var (one, two) = ((await database.JoinAsync(group.Id, 1))[0], (await database.JoinAsync(group.Id, 1))[0]);
        Assert.True(await database.Groups.TryAskCaptainAsync(group.Id, one, default));
        Assert.True(await database.Groups.TryAskCaptainAsync(group.Id, two, default));

        Assert.True(await database.Groups.TryRemoveCaptainAsync(group.Id, one, false, default));
        await database.Groups.SetMemberAsync(group.Id, two, MemberState.Left, Now, default);
        await database.Groups.SetMemberAsync(group.Id, two, MemberState.Active, Now, default);

        Assert.False(await database.Groups.TryAcceptCaptainAsync(group.Id, one, default));
        Assert.False(await database.Groups.TryAcceptCaptainAsync(group.Id, two, default));
    }

    [ContractFact]
    public async Task SetMemberAsync_CaptainIsExcluded_StaysCaptainAndMayStepDownForAnother()
    {
        var (group, captain) = await database.GroupAsync();
        var other = (await database.JoinAsync(group.Id, 1))[0];

        await database.Groups.SetMemberAsync(group.Id, captain, MemberState.Excluded, Now, default);

        Assert.True((await database.Groups.MembersAsync(group.Id, default)).Single(member => member.Person == captain).IsCaptain);
        Assert.False(await database.Groups.TryRemoveCaptainAsync(group.Id, captain, false, default));
        Assert.True(await database.Groups.TryAskCaptainAsync(group.Id, other, default) && await database.Groups.TryAcceptCaptainAsync(group.Id, other, default));
        Assert.True(await database.Groups.TryRemoveCaptainAsync(group.Id, captain, false, default));
    }

    [ContractFact]
    public async Task TryRemoveCaptainAsync_TwoStepDownAtOnce_OneStays()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var (group, captain) = await database.GroupAsync();
            var other = (await database.JoinAsync(group.Id, 1))[0];
            Assert.True(await database.Groups.TryAskCaptainAsync(group.Id, other, default) && await database.Groups.TryAcceptCaptainAsync(group.Id, other, default));

            var done = await Task.WhenAll(new[] { captain, other }.Select(person => Task.Run(() =>
                database.Groups.TryRemoveCaptainAsync(group.Id, person, false, default))));

            Assert.Single(done, true);
            Assert.Single(await database.Groups.MembersAsync(group.Id, default), member => member.IsCaptain);
        }
    }

    [ContractFact]
    public async Task SetMemberAsync_LeavesAndComesBack_KeepsWhenTheyJoined()
    {
        var (group, captain) = await database.GroupAsync();
        await database.Groups.SetMemberAsync(group.Id, captain, MemberState.Left, Now, default);
        var left = Assert.Single(await database.Groups.MembersAsync(group.Id, default));

        await database.Groups.SetMemberAsync(group.Id, captain, MemberState.Active, Now.AddDays(1), default);

        var back = Assert.Single(await database.Groups.MembersAsync(group.Id, default));
        Assert.Equal((MemberState.Left, false), (left.State, left.IsCaptain));
        Assert.Equal((MemberState.Active, left.JoinedAt), (back.State, back.JoinedAt));
    }

    [ContractFact]
    public async Task SetMemberAsync_TwentyTimesAtOnce_JoinsOnce()
    {
        var (group, _) = await database.GroupAsync();
        var person = await database.PersonAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            database.Groups.SetMemberAsync(group.Id, person, MemberState.Active, Now, default))));

        Assert.Equal(2, (await database.Groups.MembersAsync(group.Id, default)).Count);
    }

    [ContractFact]
    public async Task SetZoneAsync_TwiceForOneMonday_KeepsTheLast()
    {
        var (group, _) = await database.GroupAsync();
        var monday = new DateOnly(2026, 3, 9);
        await database.Groups.SetZoneAsync(group.Id, new GroupZone(monday, "Asia/Kathmandu"), default);
        await database.Groups.SetZoneAsync(group.Id, new GroupZone(monday.AddDays(7), "Etc/UTC"), default);
        await database.Groups.SetZoneAsync(group.Id, new GroupZone(monday, "America/New_York"), default);

        Assert.Equal(
            [new GroupZone(DateOnly.MinValue, "Europe/Berlin"), new GroupZone(monday, "America/New_York")],
            await database.Groups.ZonesAsync(group.Id, default));
        Assert.Equal("America/New_York", (await database.Groups.FindAsync(group.Id, default))?.Zone);
    }

    [ContractFact]
    public async Task TrySaveAsync_GroupHasAnotherSchedule_IsFalse()
    {
        var (group, _) = await database.GroupAsync();
        var schedule = SampleRounds.Schedule([group.Id]);
        Assert.True(await database.Schedules.TrySaveAsync(schedule, default));

        Assert.False(await database.Schedules.TrySaveAsync(SampleRounds.Schedule([group.Id]), default));
        Assert.True(await database.Schedules.TrySaveAsync(schedule with { IsPaused = true }, default));
        Assert.True((await database.Schedules.OfGroupAsync(group.Id, default))?.IsPaused);
    }

    [ContractFact]
    public async Task TrySaveAsync_TwoForOneGroupAtOnce_KeepsOneWhole()
    {
        var (group, _) = await database.GroupAsync();

        var saved = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            database.Schedules.TrySaveAsync(SampleRounds.Schedule([group.Id]), default))));

        Assert.Single(saved, true);
        Assert.Single((await database.Schedules.AllAsync(default)), schedule => schedule.Groups.Contains(group.Id));
    }

    [ContractFact]
    public async Task FindAsync_Schedule_IsAsItWasSaved()
    {
        var (group, captain) = await database.GroupAsync();
        var channels = new[] { new ScheduleChannel(SampleRounds.Channel(), "Europe/Berlin"), new ScheduleChannel(SampleRounds.Channel(), "Asia/Kathmandu") };
        var schedule = SampleRounds.Schedule([group.Id], channels) with { SetUpBy = captain, PostAt = new TimeOnly(23, 59), CloseAt = TimeOnly.MinValue };
        Assert.True(await database.Schedules.TrySaveAsync(schedule, default));

        var found = await database.Schedules.FindAsync(schedule.Id, default);

        Assert.NotNull(found);
        Assert.Equal(schedule.Groups, found.Groups);
        Assert.Equal(schedule.Channels, found.Channels);
        Assert.Equal(schedule with { Groups = [], Channels = [] }, found with { Groups = [], Channels = [] });
        Assert.Equal(schedule.Id, Assert.Single(await database.Schedules.OfChannelAsync(channels[1].Channel, default)).Id);
        Assert.Equal(group.Id, Assert.Single(await database.Groups.OfChannelAsync(channels[1].Channel, default)).Id);
        Assert.Equal(group.Id, Assert.Single(await database.Groups.InWorkspaceAsync(channels[1].Channel, default)).Id);
    }

    [ContractFact]
    public async Task SkipAsync_Date_IsListedOnceUntilRemoved()
    {
        var (group, _) = await database.GroupAsync();
        var schedule = SampleRounds.Schedule([group.Id]);
        Assert.True(await database.Schedules.TrySaveAsync(schedule, default));
        var day = new DateOnly(2026, 3, 4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Schedules.SkipAsync(schedule.Id, day, default))));
        await database.Schedules.SkipAsync(schedule.Id, day.AddDays(-1), default);

        Assert.Equal([day], await database.Schedules.SkippedAsync(schedule.Id, day, default));
        await database.Schedules.RemoveAsync(schedule.Id, default);
        Assert.Empty(await database.Schedules.SkippedAsync(schedule.Id, DateOnly.MinValue, default));
        Assert.Null(await database.Schedules.OfGroupAsync(group.Id, default));
    }

    [ContractFact]
    public async Task DeleteAsync_OneOfTwoGroupsOfASchedule_LeavesItToTheOther()
    {
        var ((one, _), (two, _)) = (await database.GroupAsync(), await database.GroupAsync());
        var schedule = SampleRounds.Schedule([one.Id, two.Id]);
        Assert.True(await database.Schedules.TrySaveAsync(schedule, default));
        await database.Schedules.SkipAsync(schedule.Id, new DateOnly(2026, 3, 4), default);

        await database.Groups.DeleteAsync(one.Id, default);
        Assert.Null(await database.Groups.FindAsync(one.Id, default));
        Assert.Equal([two.Id], (await database.Schedules.FindAsync(schedule.Id, default))?.Groups);
        await database.Groups.DeleteAsync(two.Id, default);

        Assert.Null(await database.Schedules.FindAsync(schedule.Id, default));
        Assert.Empty(await database.Schedules.SkippedAsync(schedule.Id, DateOnly.MinValue, default));
        Assert.Empty(await database.Groups.MembersAsync(two.Id, default));
    }
}
