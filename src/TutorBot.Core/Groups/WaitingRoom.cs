using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Telling;

namespace TutorBot.Core.Groups;

/// <summary>Lets people ask to join a group whose captains accept.</summary>
public sealed class WaitingRoom(IGroups groups, Teller teller, TimeProvider time)
{
    private const int LongestName = 40;

    /// <summary>Puts a person among those who wait, and tells the captains.</summary>
    public async Task AskAsync(Group group, Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        await groups.SetMemberAsync(group.Id, person.Id, MemberState.Waiting, now, cancellationToken).ConfigureAwait(false);
        await teller.TellCaptainsAsync(
            await groups.MembersAsync(group.Id, cancellationToken).ConfigureAwait(false),
            new Notice(
                string.Create(CultureInfo.InvariantCulture, $"asks/{group.Id}/{person.Id.Value}/{now.ToUnixTimeMilliseconds()}"),
                $"{person.Name} asks to join {group.Name}. You see who is waiting in /group info, and turn somebody away with /group remove NAME.")
            {
                About = person.Id,
                Choices = new Choices("Join", [Accept(group.Id, person.Id, person.Name)]),
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The button that lets somebody in.</summary>
    internal static Button Accept(GroupId group, PersonId person, string name) =>
        new($"Accept {(name.Length > LongestName ? name[..LongestName] + "…" : name)}", new AcceptMember(group, person), "/group info");
}
