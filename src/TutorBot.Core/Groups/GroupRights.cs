using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary>Who may run a group.</summary>
public static class GroupRights
{
    /// <summary>
    /// Its captains; and channel managers where it has no captain any more, or (<paramref name="isSchedule"/>) for what is
    /// posted in their channel.
    /// </summary>
    public static bool MayRun(Request request, PersonId person, IReadOnlyList<Member> members, bool isSchedule = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(members);
        var captains = members.Where(member => member is { IsCaptain: true, State: MemberState.Active or MemberState.Excluded }).ToList();
        return captains.Exists(captain => captain.Person == person)
            || (request.IsChannelManager && (isSchedule || captains.Count == 0));
    }
}
