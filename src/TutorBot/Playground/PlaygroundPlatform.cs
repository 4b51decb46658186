using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Core.Retrieval;

namespace TutorBot.Playground;

/// <summary>Turns what a visitor types or presses into a request, and the reply into messages.</summary>
internal sealed class PlaygroundPlatform(Tutor tutor, Retriever retriever, PlaygroundChannel channel)
{
    /// <summary>The longest line that is taken, in UTF-16 units.</summary>
    public const int LongestLine = 10_000;

    /// <summary>A typed line: a command or a question.</summary>
    public Task TypeAsync(PlaygroundPerson person, PlaygroundRoom room, string line, CancellationToken cancellationToken)
    {
        var parsed = CommandParser.Parse(line);
        return parsed.Command is { } command
            ? HandleAsync(person, room, command, "", cancellationToken)
            : SayAsync(person, room, parsed.Problem ?? "");
    }

    /// <summary>A pressed button.</summary>
    /// <param name="person">Who pressed it.</param>
    /// <param name="room">Where.</param>
    /// <param name="pressed">The button's id, and in the next line what was typed where it asks for that; may be anything.</param>
    /// <param name="message">The key of the message that it belongs to, which is shared only once and may be replaced; empty where it is unknown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task PressAsync(PlaygroundPerson person, PlaygroundRoom room, string pressed, string message, CancellationToken cancellationToken) =>
        Read(pressed) switch
        {
            null => SayAsync(person, room, "This button is from another version and does nothing any more. Ask again."),
            ShareAnswer share => ShareAsync(person, room, share, message, cancellationToken),
            var command => HandleAsync(person, room, command, message, cancellationToken),
        };

    private Command? Read(string pressed)
    {
        var end = pressed.IndexOf('\n', StringComparison.Ordinal);
        return end < 0
            ? CommandCodec.Decode(pressed, retriever.Current.Library)
            : CommandCodec.Decode(pressed[..end], retriever.Current.Library)?.WithTyped(pressed[(end + 1)..]);
    }

    private async Task ShareAsync(PlaygroundPerson person, PlaygroundRoom room, ShareAnswer share, string message, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(person, room, share, cancellationToken).ConfigureAwait(false);
        if (reply.Audience == Audience.Channel && message.Length > 0 && !channel.TryShare(message))
        {
            reply = Reply.Say("This answer is already shared with the channel.");
        }

        Show(person, room, reply);
    }

    private async Task HandleAsync(PlaygroundPerson person, PlaygroundRoom room, Command command, string message, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(person, room, command, cancellationToken).ConfigureAwait(false);
        if (!reply.Replaces || !channel.TryReplace(message, person.Id, HtmlRenderer.Render(reply.Blocks)))
        {
            Show(person, room, reply);
        }
    }

    /// <summary>Everyone may do everything here: it is for trying things out.</summary>
    private Task<Reply> AskAsync(PlaygroundPerson person, PlaygroundRoom room, Command command, CancellationToken cancellationToken) => tutor.HandleAsync(
        new Request(command, person.Ref, room.Ref, person.Name, IsChannelManager: true, Zone: room.Zone), cancellationToken);

    private Task SayAsync(PlaygroundPerson person, PlaygroundRoom room, string text)
    {
        Show(person, room, Reply.Say(text));
        return Task.CompletedTask;
    }

    private void Show(PlaygroundPerson person, PlaygroundRoom room, Reply reply) => channel.Add(
        room.Id, reply.Audience == Audience.Asker ? person.Id : null, "TutorBot", isTutor: true, HtmlRenderer.Render(reply.Blocks));
}
