using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Storage;

namespace TutorBot.Playground;

/// <summary>Posts that nobody asked for, in the playground's channels: kept in the database, shown to whoever looks.</summary>
internal sealed class PlaygroundOutbox(PlaygroundPosts posts, PlaygroundChannel channel, TimeProvider time) : IPlatform
{
    private const int Restored = 50;

    public string Name => "playground";

    public bool IsConnected => true;

    /// <summary>Everyone: it is for trying things out.</summary>
    public IReadOnlyList<UserRef> Operators { get; } = [.. PlaygroundPerson.All.Select(person => person.Ref)];

    public async Task<string?> PostAsync(ChannelRef channelRef, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken) =>
        PlaygroundRoom.Find(channelRef.Id) is { } room ? await AddAsync(room, null, nonce, blocks, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>A private line in the first channel: it says who sees it.</summary>
    public async Task<bool> TellAsync(UserRef who, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        if (PlaygroundPerson.Find(who.Id) is not { } person)
        {
            return false;
        }

        await AddAsync(PlaygroundRoom.All[0], person, nonce, blocks, cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async Task<bool> EditAsync(ChannelRef channelRef, string messageId, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        var id = long.Parse(messageId, CultureInfo.InvariantCulture);
        if (await posts.UpdateAsync(id, HtmlRenderer.Render(blocks), cancellationToken).ConfigureAwait(false) is not { } post)
        {
            return false;
        }

        Show(post);
        return true;
    }

    /// <summary>Shows the posts from before the last stop.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        foreach (var post in await posts.LastAsync(Restored, cancellationToken).ConfigureAwait(false))
        {
            Show(post);
        }
    }

    private async Task<string> AddAsync(PlaygroundRoom room, PlaygroundPerson? visibleTo, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        var post = await posts.AddAsync(room.Id, visibleTo?.Id, nonce, HtmlRenderer.Render(blocks), time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        Show(post);
        return post.Id.ToString(CultureInfo.InvariantCulture);
    }

    private void Show(PlaygroundPost post) =>
        channel.Post(post.Channel, post.VisibleTo, string.Create(CultureInfo.InvariantCulture, $"p{post.Id}"), post.Html, post.At);
}
