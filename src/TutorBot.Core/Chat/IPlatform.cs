namespace TutorBot.Core.Chat;

/// <summary>The way out to a platform: messages that nobody asked for.</summary>
public interface IPlatform
{
    /// <summary>The platform's name in lower case, as in <see cref="ChannelRef.Platform"/>.</summary>
    string Name { get; }

    /// <summary>Who runs this tutor there, as far as the platform says so; it may be known only later.</summary>
    IReadOnlyList<UserRef> Operators { get; }

    /// <summary>Whether people can reach us there now: a minute without it is an outage, which breaks nobody's streak.</summary>
    bool IsConnected { get; }

    /// <summary>Whether a message may be edited now merely to show another number of answers.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="postedAt">When it was posted.</param>
    /// <param name="closesAt">When its round closes: then it must be editable.</param>
    /// <param name="now">Now.</param>
    bool MayCount(string messageId, DateTimeOffset postedAt, DateTimeOffset closesAt, DateTimeOffset now) => true;

    /// <summary>
    /// Posts a message, once: the same nonce again finds the message that is there. Throws where it cannot be told now
    /// whether it was posted; then it is asked again.
    /// </summary>
    /// <param name="channel">Where.</param>
    /// <param name="nonce">Names the message; at most 25 characters would be Discord's limit, so adapters may shorten it by hash.</param>
    /// <param name="blocks">What it shows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The platform's id of the message, or null: the channel is gone or closed to us.</returns>
    Task<string?> PostAsync(ChannelRef channel, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken);

    /// <summary>
    /// Posts a message that refers to an earlier one, once, as in <see cref="PostAsync"/>: for what an edit is refused for too long.
    /// </summary>
    /// <returns>The platform's id of the message, or null: the channel is gone, or there are no such messages on this platform.</returns>
    Task<string?> ReplyAsync(ChannelRef channel, string messageId, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Writes to one person alone. Throws where it may work later.</summary>
    /// <param name="who">To whom.</param>
    /// <param name="nonce">Names the message, as in <see cref="PostAsync"/>.</param>
    /// <param name="blocks">What it shows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where the person takes no messages, or is gone.</returns>
    Task<bool> TellAsync(UserRef who, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken);

    /// <summary>Replaces what a message shows. Throws where it may work later.</summary>
    /// <param name="channel">Where it is.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="nonce">That with which it was posted: its buttons keep their ids, so that a press of this moment still arrives.</param>
    /// <param name="blocks">What it shows from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where the message is gone.</returns>
    Task<bool> EditAsync(ChannelRef channel, string messageId, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken);
}
