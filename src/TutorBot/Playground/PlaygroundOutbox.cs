using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Storage;

namespace TutorBot.Playground;

/// <summary>Posts that nobody asked for, in the playground's channels: kept in the database, shown to whoever looks.</summary>
internal sealed class PlaygroundOutbox(PlaygroundPosts posts, PlaygroundChannel channel, TimeProvider time) : IPlatform
{
    private const int Restored = 50;

    public string Name => "playground";

    public async Task<string?> PostAsync(ChannelRef channelRef, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        if (PlaygroundRoom.Find(channelRef.Id) is not { } room)
        {
            return null;
        }

        var post = await posts.AddAsync(room.Id, nonce, HtmlRenderer.Render(blocks), time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        Show(post);
        return post.Id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A private line in the first channel: it says who sees it.</summary>
    public Task<bool> TellAsync(UserRef who, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        if (PlaygroundPerson.Find(who.Id) is not { } person)
        {
            return Task.FromResult(false);
        }

        channel.Add(PlaygroundRoom.All[0].Id, person.Id, "TutorBot", isTutor: true, HtmlRenderer.Render(blocks));
        return Task.FromResult(true);
    }

    public async Task<bool> EditAsync(ChannelRef channelRef, string messageId, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
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

    private void Show(PlaygroundPost post) =>
        channel.Post(post.Channel, string.Create(CultureInfo.InvariantCulture, $"p{post.Id}"), post.Html, post.At);
}
