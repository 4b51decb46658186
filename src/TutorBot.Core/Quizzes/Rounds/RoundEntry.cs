using TutorBot.Core.Groups;
using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Lets people into the groups of a round by their first click.</summary>
public sealed class RoundEntry(IGroups groups, WaitingRoom waitingRoom)
{
    /// <summary>Joins whoever may by a click alone, and says how the person stands.</summary>
    public async Task<Entry> EnterAsync(Round round, Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(person);
        var served = new List<Group>();
        foreach (var id in round.Groups)
        {
            if (await groups.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } group)
            {
                served.Add(group);
            }
        }

        var memberships = (await groups.OfPersonAsync(person.Id, cancellationToken).ConfigureAwait(false)).Where(member => round.Groups.Contains(member.Group)).ToList();
        if (Of(MemberState.Active) is { Count: > 0 } active)
        {
            // Told as long as the round is open: the message that said it first may have changed since.
            return new Entry(memberships.Exists(member => member.State == MemberState.Active && member.JoinedAt >= round.OpensAt) ? EntryKind.Joined : EntryKind.Member, active);
        }

        if (Of(MemberState.Excluded) is { Count: > 0 } excluded)
        {
            return new Entry(EntryKind.Member, excluded);
        }

        if (Of(MemberState.Waiting) is { Count: > 0 } waiting)
        {
            return new Entry(EntryKind.Waiting, waiting);
        }

        switch (served)
        {
            case [{ JoinPolicy: JoinPolicy.Open } only]:
                await groups.SetMemberAsync(only.Id, person.Id, MemberState.Active, now, cancellationToken).ConfigureAwait(false);
                return new Entry(EntryKind.Joined, [only]);
            case [{ JoinPolicy: JoinPolicy.Approve } only]:
                await waitingRoom.AskAsync(only, person, cancellationToken).ConfigureAwait(false);
                return new Entry(EntryKind.Waiting, [only]);
            case [var only]:
                return new Entry(EntryKind.NeedsCode, [only]);
            default:
                return new Entry(EntryKind.Choose, served);
        }

        List<Group> Of(MemberState state) =>
            served.FindAll(group => memberships.Exists(member => member.Group == group.Id && member.State == state));
    }
}
