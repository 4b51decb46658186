using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Recaps;

/// <summary>Which weeks' recaps channels have got: each channel one a week.</summary>
public interface IRecaps
{
    /// <summary>Groups that want recaps and had a daily round close in <c>(since, now]</c>, after which one of their channels got no recap.</summary>
    Task<IReadOnlyList<GroupId>> CandidatesAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Whether a channel has got the recap of a week.</summary>
    Task<bool> IsPostedAsync(GroupId group, DateOnly monday, ChannelRef channel, CancellationToken cancellationToken);

    /// <summary>Keeps that a channel has got it.</summary>
    Task NoteAsync(GroupId group, DateOnly monday, ChannelRef channel, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The card of the week that most got wrong.</summary>
    /// <returns>The card's title and the share of right answers in 0…1; null where no round had enough answers.</returns>
    Task<(string Term, double RightShare)?> HardestAsync(GroupId group, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
