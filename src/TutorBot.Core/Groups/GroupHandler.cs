using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Groups;

/// <summary>Study groups: making, joining, leaving, listing, showing. What captains change stands in <see cref="CaptainHandler"/>.</summary>
public sealed class GroupHandler(IPeople people, IGroups groups, WaitingRoom waitingRoom, RandomSource random, TimeProvider time)
{
    private readonly GroupFinder _finder = new(groups);

    /// <summary>The zone of a group whose channel says none; its captain changes it.</summary>
    private const string FirstZone = "UTC";

    /// <summary>Makes a group; its maker is its first captain.</summary>
    public async Task<Reply> CreateAsync(Request request, CreateGroup command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        if (!request.IsChannelManager)
        {
            return Reply.Say("A group is made by who manages this channel. Ask one of them, or join one: /group list.");
        }

        var typed = string.IsNullOrWhiteSpace(command.Name) ? request.Channel : command.Name;
        if (GroupName.Read(typed, out var problem) is not { } name)
        {
            return Reply.Say(problem ?? "");
        }

        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var group = new Group(new GroupId(random.NewId()), request.In, name, person.Zone ?? request.Zone ?? FirstZone, [], JoinPolicy.Open, "");
        return await groups.TryCreateAsync(group, person.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false)
            ? new Reply([
                new Paragraph(MarkdownText.Plain("You made the group ") + MarkdownText.Bold(name) + MarkdownText.Plain(
                    $" and are its captain. Its weeks follow the clocks of {ZoneText.CityOf(group.Zone)}; /group set zone:CITY changes that.")),
                new Paragraph(MarkdownText.Plain("Next: the daily quiz, so that it has something to answer."), Tone.Quiet),
                new Choices("Next", [new Button("Set the daily quiz", new SetSchedule(group.Id), "/schedule set"), new Button("Show the group", new ShowGroup(group.Id), "/group info")]),
            ])
            : Reply.Say($"There is a group \"{name}\" here already. Choose another name, or join it: /group join {name}");
    }

    /// <summary>Joins a group by name, code or button.</summary>
    public async Task<Reply> JoinAsync(Request request, JoinGroup command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var here = await groups.InWorkspaceAsync(request.In, cancellationToken).ConfigureAwait(false);
        var typed = command.Typed.Trim();
        if (command.Group is null && here.FirstOrDefault(group => group.JoinPolicy == JoinPolicy.Code && string.Equals(group.JoinCode, typed, StringComparison.OrdinalIgnoreCase)) is { } coded)
        {
            return await EnterAsync(coded, person, MemberState.Active, cancellationToken).ConfigureAwait(false);
        }

        var found = command.Group is { } id
            ? here.Where(group => group.Id == id).ToList()
            : here.Where(group => GroupName.Key(group.Name) == GroupName.Key(typed)).ToList();
        return found switch
        {
            [{ JoinPolicy: JoinPolicy.Open } group] => await EnterAsync(group, person, MemberState.Active, cancellationToken).ConfigureAwait(false),
            [{ JoinPolicy: JoinPolicy.Approve } group] => await EnterAsync(group, person, MemberState.Waiting, cancellationToken).ConfigureAwait(false),
            [var group] => Reply.Say($"{group.Name} is joined by a code that its captains give: /group join CODE"),
            _ => GroupReplies.Unknown(typed, here),
        };
    }

    /// <summary>Leaves a group; the last captain names another first.</summary>
    public async Task<Reply> LeaveAsync(Request request, LeaveGroup command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var found = await _finder.FindAsync(person.Id, request.In, command.Group, null, cancellationToken).ConfigureAwait(false);
        if (found is not [var group])
        {
            return GroupReplies.Choose(found, "Which group do you leave?", "leave", chosen => new LeaveGroup(chosen));
        }

        var members = await groups.MembersAsync(group.Id, cancellationToken).ConfigureAwait(false);
        var own = members.FirstOrDefault(member => member.Person == person.Id && member.State != MemberState.Left);
        if (own is null)
        {
            return Reply.Say($"You are not in {group.Name}.");
        }

        if (own.IsCaptain && !members.Any(member => member is { IsCaptain: true, State: MemberState.Active } && member.Person != person.Id)
            && members.Any(member => member.State == MemberState.Active && member.Person != person.Id))
        {
            return CaptainHandler.Last(group);
        }

        await groups.SetMemberAsync(group.Id, person.Id, MemberState.Left, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return Reply.Say($"You left {group.Name}. Nobody sees you on its board any more. Come back within 30 days, and everything is as it was: /group join {group.Name}");
    }

    /// <summary>Becomes a captain, having been asked.</summary>
    public async Task<Reply> AcceptCaptaincyAsync(Request request, AcceptCaptaincy command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var asked = (await groups.OfPersonAsync(person.Id, cancellationToken).ConfigureAwait(false))
            .Where(member => member.IsAskedToBeCaptain && (command.Group is null || member.Group == command.Group)).ToList();
        foreach (var member in asked)
        {
            if (await groups.TryAcceptCaptainAsync(member.Group, member.Person, cancellationToken).ConfigureAwait(false)
                && await groups.FindAsync(member.Group, cancellationToken).ConfigureAwait(false) is { } group)
            {
                return new Reply([
                    new Paragraph(MarkdownText.Plain($"You are now a captain of {group.Name}.")),
                    new Choices("Next", [new Button("Show the group", new ShowGroup(group.Id), "/group info")]),
                ])
                {
                    Replaces = true,
                };
            }
        }

        return Reply.Say("Nobody asks you to be a captain, or it was taken back.");
    }

    /// <summary>The groups that people here can see.</summary>
    public async Task<Reply> ListAsync(Request request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var here = await groups.InWorkspaceAsync(request.In, cancellationToken).ConfigureAwait(false);
        return here.Count == 0
            ? new Reply([
                new Paragraph(MarkdownText.Plain("There is no group here yet.")),
                new Choices("Next", [new Button("Make one", new CreateGroup(""), "/group create NAME")]),
            ])
            : new Reply([
                new Paragraph(MarkdownText.Plain("The groups here:")),
                new Choices("Show", [.. here.Select(group => new Button(group.Name, new ShowGroup(group.Id), $"/group info {group.Name}"))]),
            ]);
    }

    /// <summary>A group with its members.</summary>
    public async Task<Reply> ShowAsync(Request request, ShowGroup command, LibrarySnapshot library, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(library);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var found = await _finder.FindAsync(person.Id, request.In, command.Group, command.Name, cancellationToken).ConfigureAwait(false);
        if (found is not [var group])
        {
            return command.Name is { } name
                ? GroupReplies.Unknown(name, await groups.InWorkspaceAsync(request.In, cancellationToken).ConfigureAwait(false))
                : GroupReplies.Choose(found, "Which group?", "info", chosen => new ShowGroup(chosen));
        }

        var members = await groups.MembersAsync(group.Id, cancellationToken).ConfigureAwait(false);
        return GroupReplies.Show(group, members, person.Id, library, GroupRights.MayRun(request, person.Id, members, time.GetUtcNow()));
    }

    private async Task<Reply> EnterAsync(Group group, Person person, MemberState state, CancellationToken cancellationToken)
    {
        var before = (await groups.OfPersonAsync(person.Id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(member => member.Group == group.Id);
        if (before?.State is MemberState.Active or MemberState.Excluded)
        {
            return Reply.Say($"You are in {group.Name} already.");
        }

        if (state == MemberState.Waiting)
        {
            if (before?.State != MemberState.Waiting)
            {
                await waitingRoom.AskAsync(group, person, cancellationToken).ConfigureAwait(false);
            }

            return Reply.Say($"You asked to join {group.Name}. Its captains were told; you hear from them.");
        }

        await groups.SetMemberAsync(group.Id, person.Id, state, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return new Reply([
            new Paragraph(MarkdownText.Plain(before is null ? $"Welcome to {group.Name}." : $"Welcome back to {group.Name}: everything is as it was.")),
            new Choices("Next", [new Button("Show the group", new ShowGroup(group.Id), "/group info"), new Button("Leave", new LeaveGroup(group.Id), "/group leave")]),
        ]);
    }
}
