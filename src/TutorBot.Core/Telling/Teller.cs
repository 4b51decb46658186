using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Telling;

/// <summary>Tells people something that they did not ask for: by a message, or at the head of their next private reply.</summary>
public sealed class Teller(IReadOnlyList<IPlatform> platforms, IPeople people, INotices notices, TimeProvider time, ILogger<Teller> logger)
{
    /// <summary>Tells one person; nobody is told who deleted their data.</summary>
    public async Task TellAsync(PersonId person, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (await people.FindAsync(person, cancellationToken).ConfigureAwait(false) is { } known)
        {
            await TellAsync(known.Ref, person, notice, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells one person, who may never have been here.</summary>
    public async Task TellAsync(UserRef who, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        await TellAsync(who, (await people.FindAsync(who, cancellationToken).ConfigureAwait(false))?.Id, notice, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends one person a message; false where none could be sent.</summary>
    public async Task<bool> TrySendAsync(UserRef who, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (platforms.FirstOrDefault(platform => platform.Name == who.Platform) is not { } platform)
        {
            return false;
        }

        try
        {
            return await platform.TellAsync(who, nonce, blocks, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever keeps the message away, it waits for the next reply.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.MessageFailed(logger, who.Platform, e);
            return false;
        }
    }

    private async Task TellAsync(UserRef who, PersonId? person, Notice notice, CancellationToken cancellationToken)
    {
        if (!await TrySendAsync(who, notice.Nonce, notice.Blocks, cancellationToken).ConfigureAwait(false) && person is { } known)
        {
            await notices.AddAsync(known, notice.Text, notice.About, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
    }
}
