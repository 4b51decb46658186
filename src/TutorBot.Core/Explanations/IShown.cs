using TutorBot.Core.Chat;

namespace TutorBot.Core.Explanations;

/// <summary>What people were last shown, for a few minutes: so that <c>/why</c> knows what is meant.</summary>
public interface IShown
{
    /// <summary>Keeps what somebody was shown; of people who are not known nothing is kept.</summary>
    Task NoteAsync(UserRef who, ChannelRef channel, Shown shown, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What somebody was last shown in a channel since an instant, or null.</summary>
    Task<Shown?> LastAsync(UserRef who, ChannelRef channel, DateTimeOffset since, CancellationToken cancellationToken);
}
