using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Telling;

/// <summary>Tells people something that they did not ask for: by a message, or at the head of their next private reply.</summary>
public sealed class Teller(IReadOnlyList<IPlatform> platforms, IPeople people, INotices notices, TimeProvider time, ILogger<Teller> logger)
{
    /// <summary>Tells one person.</summary>
    /// <param name="person">Whom; nobody is told who deleted their data.</param>
    /// <param name="nonce">Names what is told, so that a message is not sent twice.</param>
    /// <param name="text">What, in plain words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TellAsync(PersonId person, string nonce, string text, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(person, cancellationToken).ConfigureAwait(false) is { } known
            && !await TrySendAsync(known, nonce, [new Paragraph(MarkdownText.Plain(text))], cancellationToken).ConfigureAwait(false))
        {
            await notices.AddAsync(person, text, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends one person a message; false where none could be sent.</summary>
    public async Task<bool> TrySendAsync(Person person, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (platforms.FirstOrDefault(platform => platform.Name == person.Ref.Platform) is not { } platform)
        {
            return false;
        }

        try
        {
            return await platform.TellAsync(person.Ref, nonce, blocks, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever keeps the message away, it waits for the next reply.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.MessageFailed(logger, person.Ref.Platform, e);
            return false;
        }
    }
}
