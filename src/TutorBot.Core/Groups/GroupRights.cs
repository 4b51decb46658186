using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Groups;

/// <summary>Who may run a group.</summary>
public static class GroupRights
{
    /// <summary>After so long without a sign of any captain the group is in the care of the channel managers.</summary>
    public static readonly TimeSpan CaptainsSilence = TimeSpan.FromDays(28);

    /// <summary>
    /// Its captains; and channel managers where it has no captain any more or none was here for four weeks, or (<paramref name="isSchedule"/>) for what is
    /// posted in their channel.
    /// </summary>
    public static bool MayRun(Request request, PersonId person, IReadOnlyList<Member> members, DateTimeOffset now, bool isSchedule = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(members);
        var captains = Captains(members).ToList();
        return captains.Exists(captain => captain.Person == person)
            || (request.IsChannelManager && (isSchedule || captains.TrueForAll(captain => now - (captain.SeenAt ?? captain.JoinedAt) > CaptainsSilence)));
    }

    /// <summary>The captains: also those who play without being listed.</summary>
    public static IEnumerable<Member> Captains(IEnumerable<Member> members) =>
        members.Where(member => member is { IsCaptain: true, State: MemberState.Active or MemberState.Excluded });
}
