using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Groups;

/// <summary>The study groups and who is in them. Each method is one transaction.</summary>
public interface IGroups
{
    /// <summary>Adds a group with its first captain; false where the server or workspace has one of that name.</summary>
    Task<bool> TryCreateAsync(Group group, PersonId captain, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The group, or null.</summary>
    Task<Group?> FindAsync(GroupId id, CancellationToken cancellationToken);

    /// <summary>The groups of a server or workspace, by name.</summary>
    Task<IReadOnlyList<Group>> InWorkspaceAsync(ChannelRef channel, CancellationToken cancellationToken);

    /// <summary>The groups that a channel has: made in it, or with a schedule that posts to it.</summary>
    Task<IReadOnlyList<Group>> OfChannelAsync(ChannelRef channel, CancellationToken cancellationToken);

    /// <summary>A person's memberships, those left included.</summary>
    Task<IReadOnlyList<Member>> OfPersonAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Everyone in a group, those who left included.</summary>
    Task<IReadOnlyList<Member>> MembersAsync(GroupId group, CancellationToken cancellationToken);

    /// <summary>Puts a person into a group, or changes their state in it; whoever left comes back with their history.</summary>
    Task SetMemberAsync(GroupId group, PersonId person, MemberState state, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Asks a member to be a captain; false where they are not in the group.</summary>
    Task<bool> TryAskCaptainAsync(GroupId group, PersonId person, CancellationToken cancellationToken);

    /// <summary>Makes a member who was asked a captain; false where they were not, or it was taken back.</summary>
    Task<bool> TryAcceptCaptainAsync(GroupId group, PersonId person, CancellationToken cancellationToken);

    /// <summary>Makes a captain, or whoever was asked to be one, a member again.</summary>
    /// <param name="group">The group.</param>
    /// <param name="person">Who.</param>
    /// <param name="mayBeLast">Whether the group may be left without a captain.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where they are the last captain, and that may not be.</returns>
    Task<bool> TryRemoveCaptainAsync(GroupId group, PersonId person, bool mayBeLast, CancellationToken cancellationToken);

    /// <summary>
    /// Changes name, decks and join policy; false where the new name is taken. The zone changes by
    /// <see cref="SetZoneAsync"/>.
    /// </summary>
    Task<bool> TryUpdateAsync(Group group, CancellationToken cancellationToken);

    /// <summary>Gives a group another zone from a Monday on.</summary>
    Task SetZoneAsync(GroupId group, GroupZone zone, CancellationToken cancellationToken);

    /// <summary>The zones that a group had and has, the first first.</summary>
    Task<IReadOnlyList<GroupZone>> ZonesAsync(GroupId group, CancellationToken cancellationToken);

    /// <summary>Removes a group with its memberships, schedule and boards.</summary>
    Task DeleteAsync(GroupId group, CancellationToken cancellationToken);
}
