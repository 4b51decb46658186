using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Core.Retrieval;

namespace TutorBot.Playground;

/// <summary>Turns what a visitor types or presses into a request, and the reply into messages.</summary>
internal sealed class PlaygroundPlatform(Tutor tutor, Retriever retriever, PlaygroundChannel channel)
{
    /// <summary>The longest line that is taken, in UTF-16 units.</summary>
    public const int LongestLine = 10_000;

    private static readonly ChannelRef Here = new("playground", "playground", "general");

    /// <summary>A typed line: a command or a question.</summary>
    public Task TypeAsync(PlaygroundPerson person, string line, CancellationToken cancellationToken)
    {
        var parsed = CommandParser.Parse(line);
        return parsed.Command is { } command
            ? HandleAsync(person, command, cancellationToken)
            : SayAsync(person, parsed.Problem ?? "");
    }

    /// <summary>A pressed button.</summary>
    /// <param name="person">Who pressed it.</param>
    /// <param name="id">The button's id; may be anything.</param>
    /// <param name="mark">The message that it belongs to, which is shared only once; anything where it is unknown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task PressAsync(PlaygroundPerson person, string id, string mark, CancellationToken cancellationToken) =>
        CommandCodec.Decode(id, retriever.Current.Library) switch
        {
            null => SayAsync(person, "This button is from another version and does nothing any more. Ask again."),
            ShareAnswer when channel.Find(mark) is { } message && !channel.TryShare(message) => SayAsync(person, "This answer is already shared with the channel."),
            var command => HandleAsync(person, command, cancellationToken),
        };

    private async Task HandleAsync(PlaygroundPerson person, Command command, CancellationToken cancellationToken)
    {
        var reply = await tutor.HandleAsync(new Request(command, person.Ref, Here, person.Name), cancellationToken).ConfigureAwait(false);
        Show(person, reply);
    }

    private Task SayAsync(PlaygroundPerson person, string text)
    {
        Show(person, Reply.Say(text));
        return Task.CompletedTask;
    }

    private void Show(PlaygroundPerson person, Reply reply) => channel.Add(
        reply.Audience == Audience.Asker ? person.Id : null, "TutorBot", isTutor: true, HtmlRenderer.Render(reply.Blocks));
}
