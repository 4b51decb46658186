using TutorBot.Core.Groups;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Lets people into the groups of a round by their first click.</summary>
public sealed class RoundEntry(IGroups groups)
{
    /// <summary>Joins whoever may by a click alone, and says how the person stands.</summary>
    public async Task<Entry> EnterAsync(Round round, PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var served = new List<Group>();
        foreach (var id in round.Groups)
        {
            if (await groups.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } group)
            {
                served.Add(group);
            }
        }

        var memberships = (await groups.OfPersonAsync(person, cancellationToken).ConfigureAwait(false)).Where(member => round.Groups.Contains(member.Group)).ToList();
        if (Of(MemberState.Active) is { Count: > 0 } active)
        {
            return new Entry(EntryKind.Member, active);
        }

        if (Of(MemberState.Excluded) is { Count: > 0 } excluded)
        {
            return new Entry(EntryKind.Member, excluded);
        }

        if (Of(MemberState.Waiting) is { Count: > 0 } waiting)
        {
            return new Entry(EntryKind.Waiting, waiting);
        }

        return served switch
        {
            [{ JoinPolicy: JoinPolicy.Open } only] => await JoinAsync(only, MemberState.Active, EntryKind.Joined).ConfigureAwait(false),
            [{ JoinPolicy: JoinPolicy.Approve } only] => await JoinAsync(only, MemberState.Waiting, EntryKind.Waiting).ConfigureAwait(false),
            [var only] => new Entry(EntryKind.NeedsCode, [only]),
            _ => new Entry(EntryKind.Choose, served),
        };

        List<Group> Of(MemberState state) =>
            served.FindAll(group => memberships.Exists(member => member.Group == group.Id && member.State == state));

        async Task<Entry> JoinAsync(Group group, MemberState state, EntryKind kind)
        {
            await groups.SetMemberAsync(group.Id, person, state, now, cancellationToken).ConfigureAwait(false);
            return new Entry(kind, [group]);
        }
    }
}
