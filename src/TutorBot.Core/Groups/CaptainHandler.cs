using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Telling;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Groups;

/// <summary>What captains change: the group's settings, its members, its captains.</summary>
public sealed class CaptainHandler(GroupAccess access, IGroups groups, IZones zones, Teller teller, RandomSource random, TimeProvider time)
{
    /// <summary>Changes name, zone, decks or how people join.</summary>
    public Task<Reply> SetAsync(Request request, SetGroup command, LibrarySnapshot library, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(library);
        return RunAsync(request, command.Group, (group, members, _) => SetAsync(group, members, command, library, cancellationToken), cancellationToken);
    }

    /// <summary>Asks a member to be a captain, or makes a captain a member again.</summary>
    public Task<Reply> SetCaptainAsync(Request request, SetCaptain command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(
            request,
            command.Group,
            async (group, members, person) => Find(members, command.Person) switch
            {
                [var member] when command.IsCaptain => await AskAsync(group, member, person, cancellationToken).ConfigureAwait(false),
                [{ IsCaptain: false, IsAskedToBeCaptain: false } member] => Reply.Say($"{member.Name} is no captain."),
                [var member] => await groups.TryRemoveCaptainAsync(group.Id, member.Person, mayBeLast: false, cancellationToken).ConfigureAwait(false)
                    ? Reply.Say($"{member.Name} is {(member.IsCaptain ? "no longer" : "not asked any more to be")} a captain of {group.Name}.")
                    : member.Person == person ? Last(group) : Reply.Say($"{member.Name} is the last captain of {group.Name}. Name another first: /group captain add NAME"),
                var found => NotOne(command.Person, found),
            },
            cancellationToken);
    }

    /// <summary>Is a captain no longer, even as the last one.</summary>
    public Task<Reply> StepDownAsync(Request request, StepDown command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(
            request,
            command.Group,
            async (group, members, person) =>
            {
                if (!members.Any(member => member.Person == person && member.IsCaptain))
                {
                    return Reply.Say($"You are no captain of {group.Name}.");
                }

                await groups.TryRemoveCaptainAsync(group.Id, person, mayBeLast: true, cancellationToken).ConfigureAwait(false);
                return Reply.Say(GroupRights.Captains(members).Any(member => member.Person != person)
                    ? $"You are no longer a captain of {group.Name}."
                    : $"{group.Name} has no captain now: those who manage its channel look after it.");
            },
            cancellationToken);
    }

    /// <summary>The last captain cannot go just so.</summary>
    internal static Reply Last(Group group) => new(
    [
        new Paragraph(MarkdownText.Plain($"You are the last captain of {group.Name}. Name another first, who accepts: /group captain add NAME. Or leave it without a captain: then those who manage its channel look after it.")),
        new Choices("The group", [new Button("No captain", new StepDown(group.Id), "/group captain none")]),
    ]);

    /// <summary>The button that accepts.</summary>
    internal static Button Accept(GroupId group) => new("Be a captain", new AcceptCaptaincy(group), "/group captain accept");

    /// <summary>Takes a member out of the group.</summary>
    public Task<Reply> RemoveAsync(Request request, RemoveMember command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(
            request,
            command.Group,
            async (group, members, person) =>
            {
                var found = Find(members, command.Person, MemberState.Waiting);
                if (found is not [var member])
                {
                    return NotOne(command.Person, found);
                }

                if (member.Person == person)
                {
                    return Reply.Say("To leave yourself, use /group leave.");
                }

                await groups.SetMemberAsync(group.Id, member.Person, MemberState.Left, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                return Reply.Say(member.State == MemberState.Waiting ? $"{member.Name} is turned away." : $"{member.Name} is no longer in {group.Name}.");
            },
            cancellationToken);
    }

    /// <summary>Lets somebody in who is waiting.</summary>
    public Task<Reply> AcceptAsync(Request request, AcceptMember command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(
            request,
            command.Group,
            async (group, members, _) =>
            {
                if (members.FirstOrDefault(member => member.Person == command.Person) is not { State: MemberState.Waiting } waiting)
                {
                    return Reply.Say("Nobody of that name is waiting any more.");
                }

                var now = time.GetUtcNow();
                await groups.SetMemberAsync(group.Id, waiting.Person, MemberState.Active, now, cancellationToken).ConfigureAwait(false);
                await teller.TellAsync(
                    waiting.Person,
                    new Notice(Nonce("accepted", group, waiting, now), $"You are now in {group.Name}: what you have answered in an open round counts."),
                    cancellationToken).ConfigureAwait(false);
                return Reply.Say($"{waiting.Name} is now in {group.Name}.");
            },
            cancellationToken);
    }

    /// <summary>Deletes a group, in two steps.</summary>
    public Task<Reply> DeleteAsync(Request request, DeleteGroup command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(
            request,
            command.Group,
            async (group, members, _) =>
            {
                if (!command.IsConfirmed)
                {
                    var count = members.Count(member => member.State == MemberState.Active);
                    return new Reply([
                        new Paragraph(MarkdownText.Plain($"Delete {group.Name} with its schedule and its boards, for {(count == 1 ? "its one member" : $"all {count} members")}? This cannot be undone.")),
                        new Choices("Delete", [new Button("Delete it for good", new DeleteGroup(group.Id, true))]),
                    ]);
                }

                await groups.DeleteAsync(group.Id, cancellationToken).ConfigureAwait(false);
                return Reply.Say($"{group.Name} is deleted.");
            },
            cancellationToken);
    }

    private async Task<Reply> AskAsync(Group group, Member member, PersonId asker, CancellationToken cancellationToken)
    {
        if (member.IsCaptain || member.IsAskedToBeCaptain)
        {
            return Reply.Say(member.IsCaptain ? $"{member.Name} is a captain already." : $"{member.Name} is asked already and has not accepted yet.");
        }

        await groups.TryAskCaptainAsync(group.Id, member.Person, cancellationToken).ConfigureAwait(false);
        if (member.Person == asker)
        {
            // Whoever looks after a group that has no captain any more needs nobody to ask.
            await groups.TryAcceptCaptainAsync(group.Id, asker, cancellationToken).ConfigureAwait(false);
            return Reply.Say($"You are now a captain of {group.Name}.");
        }

        await teller.TellAsync(
            member.Person,
            new Notice(
                Nonce("captain", group, member, time.GetUtcNow()),
                $"You are asked to be a captain of {group.Name}, who runs the group and its quiz. Accept with /group captain accept; if you would rather not, there is nothing to do.")
            {
                Choices = new Choices("Captain", [Accept(group.Id)]),
            },
            cancellationToken).ConfigureAwait(false);
        return Reply.Say($"{member.Name} is asked to be a captain of {group.Name}, and is one on accepting.");
    }

    private static string Nonce(string what, Group group, Member member, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}/{group.Id}/{member.Person.Value}/{now.ToUnixTimeMilliseconds()}");

    private async Task<Reply> SetAsync(Group group, IReadOnlyList<Member> members, SetGroup command, LibrarySnapshot library, CancellationToken cancellationToken)
    {
        var changed = group;
        var problems = new List<string>();
        if (command.Name is { } typed)
        {
            if (GroupName.Read(typed, out var problem) is { } name)
            {
                changed = changed with { Name = name };
            }
            else
            {
                problems.Add(problem ?? "");
            }
        }

        if (command.Decks is { } decks)
        {
            changed = changed with { Decks = ReadDecks(decks, library, problems) };
        }

        if (command.JoinPolicy is { } policy)
        {
            changed = Enum.TryParse<JoinPolicy>(policy, ignoreCase: true, out var parsed) && !int.TryParse(policy, out _)
                ? changed with { JoinPolicy = parsed, JoinCode = parsed == JoinPolicy.Code ? random.NewCode() : "" }
                : changed;
            if (changed.JoinPolicy == group.JoinPolicy && !policy.Equals(group.JoinPolicy.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                problems.Add($"There is no join policy \"{policy}\". Write open, approve or code.");
            }
        }

        var zone = command.Zone is { } city ? ReadZone(city, problems) : null;
        var excluded = command.Exclude is { } away ? ReadMember(away, members, problems) : null;
        var included = command.Include is { } back ? ReadMember(back, members, problems) : null;
        if (problems.Count > 0)
        {
            return Reply.Say("Nothing was changed. " + string.Join(" ", problems));
        }

        if (changed != group && !await groups.TryUpdateAsync(changed, cancellationToken).ConfigureAwait(false))
        {
            return Reply.Say($"There is a group \"{changed.Name}\" here already. Nothing was changed.");
        }

        if (zone is not null && zone.Id != group.Zone)
        {
            // An open week keeps its bounds: the new zone begins with the next Monday.
            var zonesSoFar = await groups.ZonesAsync(group.Id, cancellationToken).ConfigureAwait(false);
            var week = new GroupCalendar(zonesSoFar).WeekAt(time.GetUtcNow());
            await groups.SetZoneAsync(group.Id, new GroupZone(week.Monday.AddDays(7), zone.Id), cancellationToken).ConfigureAwait(false);
        }

        foreach (var (member, state) in new[] { (excluded, MemberState.Excluded), (included, MemberState.Active) })
        {
            if (member is not null)
            {
                await groups.SetMemberAsync(group.Id, member.Person, state, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            }
        }

        var code = changed.JoinPolicy == JoinPolicy.Code ? $" People join with the code {changed.JoinCode}." : "";
        return Reply.Say($"{changed.Name} is changed.{code}{(zone is null ? "" : $" From next Monday on its weeks follow the clocks of {zone.Label}; the week that is open keeps its bounds.")}{(excluded is null ? "" : $" {excluded.Name} may play, but is listed and counted on no board.")}{(included is null ? "" : $" {included.Name} is listed and counted.")}");
    }

    private static Member? ReadMember(string name, IReadOnlyList<Member> members, List<string> problems)
    {
        var found = Find(members, name);
        if (found is [var member])
        {
            return member;
        }

        problems.Add(NotOneText(name, found));
        return null;
    }

    private static List<string> ReadDecks(string typed, LibrarySnapshot library, List<string> problems)
    {
        var chosen = new List<string>();
        foreach (var part in typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Equals("all", StringComparison.OrdinalIgnoreCase))
            {
                return [];
            }

            if (library.Decks.FirstOrDefault(deck => deck.Id.Equals(part, StringComparison.OrdinalIgnoreCase) || deck.Title.Equals(part, StringComparison.OrdinalIgnoreCase)) is { } deck)
            {
                chosen.Add(deck.Id);
            }
            else
            {
                problems.Add($"There is no deck \"{part}\". Decks: {string.Join(", ", library.Decks.Select(known => known.Id))}.");
            }
        }

        return chosen;
    }

    private ZoneChoice? ReadZone(string city, List<string> problems)
    {
        var found = zones.Find(city);
        if (found.Count != 1)
        {
            problems.Add(found.Count == 0
                ? $"No city or zone \"{city}\" is known. Write a larger city nearby, its country, or an offset such as UTC+2."
                : $"\"{city}\" may be {string.Join(", ", found.Take(5).Select(choice => choice.Label))}. Write one of these.");
            return null;
        }

        return found[0];
    }

    private async Task<Reply> RunAsync(
        Request request, GroupId? id, Func<Group, IReadOnlyList<Member>, PersonId, Task<Reply>> change, CancellationToken cancellationToken)
    {
        var found = await access.OpenAsync(request, id, cancellationToken).ConfigureAwait(false);
        return found.Group is { } group ? await change(group, found.Members, found.Person.Id).ConfigureAwait(false) : found.Refusal;
    }

    private static List<Member> Find(IReadOnlyList<Member> members, string name, MemberState also = MemberState.Active) =>
        [.. members.Where(member => (member.State is MemberState.Active or MemberState.Excluded || member.State == also) && member.Name.Equals(name.Trim().TrimStart('@'), StringComparison.OrdinalIgnoreCase))];

    private static Reply NotOne(string typed, List<Member> found) => Reply.Say(NotOneText(typed, found));

    private static string NotOneText(string typed, List<Member> found) => found.Count == 0
        ? $"Nobody called \"{(typed.Length > 80 ? typed[..80] + "…" : typed)}\" is in the group. /group info lists its members."
        : $"{found.Count} members are called \"{typed}\". Ask one of them to change their display name for a moment.";
}
