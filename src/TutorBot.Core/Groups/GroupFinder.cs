using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Groups;

/// <summary>Which group a command means.</summary>
public sealed class GroupFinder(IGroups groups)
{
    /// <summary>
    /// The group named, by id or by name; without one the only group of this channel, then the person's only group. One
    /// result is the group, several are to be chosen from, none is none.
    /// </summary>
    public async Task<IReadOnlyList<Group>> FindAsync(
        PersonId person, ChannelRef channel, GroupId? id, string? name, CancellationToken cancellationToken)
    {
        if (id is { } known)
        {
            return await groups.FindAsync(known, cancellationToken).ConfigureAwait(false) is { } group ? [group] : [];
        }

        var own = (await groups.OfPersonAsync(person, cancellationToken).ConfigureAwait(false))
            .Where(member => member.State is MemberState.Active or MemberState.Excluded).Select(member => member.Group).ToList();
        if (!string.IsNullOrWhiteSpace(name))
        {
            var key = GroupName.Key(name.Trim());
            var seen = (await groups.InWorkspaceAsync(channel, cancellationToken).ConfigureAwait(false)).ToList();
            foreach (var group in own.Where(group => seen.TrueForAll(other => other.Id != group)))
            {
                if (await groups.FindAsync(group, cancellationToken).ConfigureAwait(false) is { } elsewhere)
                {
                    seen.Add(elsewhere);
                }
            }

            return [.. seen.Where(group => GroupName.Key(group.Name) == key)];
        }

        var here = await groups.OfChannelAsync(channel, cancellationToken).ConfigureAwait(false);
        if (here.Count == 1)
        {
            return here;
        }

        var mine = new List<Group>();
        foreach (var group in own.Where(group => here.Count == 0 || here.Any(other => other.Id == group)))
        {
            if (await groups.FindAsync(group, cancellationToken).ConfigureAwait(false) is { } found)
            {
                mine.Add(found);
            }
        }

        return mine.Count == 1 ? mine : here.Count > 0 ? here : mine;
    }
}
