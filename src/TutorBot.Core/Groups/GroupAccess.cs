using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Groups;

/// <summary>Finds the group that a request is to change, and whether the asker runs it.</summary>
public sealed class GroupAccess(IPeople people, IGroups groups, TimeProvider time)
{
    private readonly GroupFinder _finder = new(groups);

    /// <summary>The group of an id, or without one the only one meant.</summary>
    public async Task<GroupFound> OpenAsync(Request request, GroupId? id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        if (await _finder.FindAsync(person.Id, request.In, id, null, cancellationToken).ConfigureAwait(false) is not [var group])
        {
            return new GroupFound(null, [], person, Reply.Say(id is null ? "Say which group: add group:NAME." : "This group was deleted."));
        }

        var members = await groups.MembersAsync(group.Id, cancellationToken).ConfigureAwait(false);
        var refusal = GroupReplies.NoRight(group, members);
        return new GroupFound(GroupRights.MayRun(request, person.Id, members, time.GetUtcNow()) ? group : null, members, person, refusal);
    }
}
