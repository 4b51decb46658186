using Microsoft.EntityFrameworkCore;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>What the tutor posted in the playground's channels, which must be there after a restart.</summary>
public sealed class PlaygroundPosts(Database database)
{
    /// <summary>Adds a post, once: the same nonce again gives the one that is there.</summary>
    public Task<PlaygroundPost> AddAsync(string channel, string? visibleTo, string nonce, string html, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            var row = await context.PlaygroundPosts.FirstOrDefaultAsync(row => row.Nonce == nonce, token).ConfigureAwait(false);
            if (row is null)
            {
                row = new PlaygroundPostRow { Channel = channel, VisibleTo = visibleTo, Nonce = nonce, Html = html, At = now };
                context.PlaygroundPosts.Add(row);
                await context.SaveChangesAsync(token).ConfigureAwait(false);
            }

            return ToPost(row);
        },
        cancellationToken);

    /// <summary>Changes what a post shows; null where it is gone.</summary>
    public Task<PlaygroundPost?> UpdateAsync(long id, string html, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            var row = await context.PlaygroundPosts.FirstOrDefaultAsync(row => row.Id == id, token).ConfigureAwait(false);
            if (row is null)
            {
                return null;
            }

            row.Html = html;
            return ToPost(row);
        },
        cancellationToken);

    /// <summary>The last posts, the oldest first.</summary>
    public Task<IReadOnlyList<PlaygroundPost>> LastAsync(int count, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PlaygroundPost>>(
        async (context, token) =>
        {
            var rows = await context.PlaygroundPosts.OrderByDescending(row => row.Id).Take(count).ToListAsync(token).ConfigureAwait(false);
            rows.Reverse();
            return rows.ConvertAll(ToPost);
        },
        cancellationToken);

    /// <summary>Removes the private messages to a person, and those to others that say the person's name.</summary>
    internal static Task<int> EraseAsync(TutorDatabase context, long person, CancellationToken token) => context.PlaygroundPosts
        .Where(row => row.VisibleTo != null && context.People.Any(one => one.Id == person && one.Platform == "playground" && (one.UserId == row.VisibleTo || row.Html.Contains(one.Name))))
        .ExecuteDeleteAsync(token);

    private static PlaygroundPost ToPost(PlaygroundPostRow row) => new(row.Id, row.Channel, row.VisibleTo, row.Html, row.At);
}
