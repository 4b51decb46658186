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
            ? HandleAsync(person, room, command, cancellationToken)
            : SayAsync(person, room, parsed.Problem ?? "");
    }

    /// <summary>A pressed button; the id may be anything.</summary>
    public Task PressAsync(PlaygroundPerson person, PlaygroundRoom room, string id, CancellationToken cancellationToken) =>
        CommandCodec.Decode(id, retriever.Current.Library) is { } command
            ? HandleAsync(person, room, command, cancellationToken)
            : SayAsync(person, room, "This button is from another version and does nothing any more. Ask again.");

    private async Task HandleAsync(PlaygroundPerson person, PlaygroundRoom room, Command command, CancellationToken cancellationToken)
    {
        // Everyone may do everything here: it is for trying things out.
        var request = new Request(command, person.Ref, room.Ref, person.Name, IsChannelManager: true, IsOperator: true, Zone: room.Zone);
        Show(person, room, await tutor.HandleAsync(request, cancellationToken).ConfigureAwait(false));
    }

    private Task SayAsync(PlaygroundPerson person, PlaygroundRoom room, string text)
    {
        Show(person, room, Reply.Say(text));
        return Task.CompletedTask;
    }

    private void Show(PlaygroundPerson person, PlaygroundRoom room, Reply reply) => channel.Add(
        room.Id, reply.Audience == Audience.Asker ? person.Id : null, "TutorBot", isTutor: true, HtmlRenderer.Render(reply.Blocks));
}
