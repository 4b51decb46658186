using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Privacy;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Welcome;

/// <summary>
/// The one message with which the tutor begins in a server: in the channel that the platform names, else at the head of the first
/// command's reply there.
/// </summary>
public sealed class FirstWord(IServers servers, Retriever retriever, IReadOnlyList<IPlatform> platforms, TimeProvider time, ILogger<FirstWord> logger)
{
    /// <summary>Where nothing has been said yet; null: not read yet.</summary>
    private ImmutableHashSet<(string Platform, string Workspace)>? _waiting;

    /// <summary>The tutor is in a server; it may have been for long.</summary>
    /// <param name="channel">Where it may speak first; with an empty id: nowhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ArriveAsync(ChannelRef channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (await servers.NoteAsync(channel.Platform, channel.Workspace, time.GetUtcNow(), cancellationToken).ConfigureAwait(false) is not { } since)
        {
            return;
        }

        if (channel.Id.Length > 0 && await TryPostAsync(channel, since, cancellationToken).ConfigureAwait(false))
        {
            await servers.TryGreetAsync(channel.Platform, channel.Workspace, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }

        // Read anew with the next command.
        _waiting = null;
    }

    /// <summary>What is put before a private reply: the first word, where it has not been said in that server.</summary>
    public async Task<IReadOnlyList<Block>> HeadAsync(ChannelRef channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var waiting = _waiting ??= [.. await servers.UngreetedAsync(cancellationToken).ConfigureAwait(false)];
        if (!waiting.Contains((channel.Platform, channel.Workspace)))
        {
            return [];
        }

        _waiting = waiting.Remove((channel.Platform, channel.Workspace));
        return await servers.TryGreetAsync(channel.Platform, channel.Workspace, time.GetUtcNow(), cancellationToken).ConfigureAwait(false) ? Blocks() : [];
    }

    /// <summary>The question that newcomers are offered: that of the first card.</summary>
    public Ask Sample() => new(retriever.Current.Library.Cards is [var first, ..] ? $"What is {first.Title}?" : "What can you answer?");

    private IReadOnlyList<Block> Blocks()
    {
        var library = retriever.Current.Library;
        return
        [
            new Paragraph(MarkdownText.Plain($"Hello! I answer questions from {Counted.Of(library.Cards.Count, "card")} ({string.Join(", ", library.Decks.Select(deck => deck.Title))}), and ask one back every day: a quiz that this channel answers in private, with points for your study group.")),
            new Choices("Begin", [
                new Button("Try a question", new TryQuestion(), "/ask QUESTION"),
                new Button("Set the daily quiz", new SetSchedule(null), "/schedule set"),
                new Button("What can you see?", new ShowPrivacy(), "/privacy show"),
            ]),
        ];
    }

    private async Task<bool> TryPostAsync(ChannelRef channel, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (platforms.FirstOrDefault(platform => platform.Name == channel.Platform) is not { } platform)
        {
            return false;
        }

        try
        {
            return await platform.PostAsync(channel, $"first/{channel.Workspace}/{since.ToUnixTimeSeconds()}", Blocks(), cancellationToken).ConfigureAwait(false) is not null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Then the first command's reply begins with it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.FirstWordFailed(logger, channel.Platform, e);
            return false;
        }
    }
}
