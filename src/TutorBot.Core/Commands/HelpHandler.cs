using TutorBot.Core.Chat;

namespace TutorBot.Core.Commands;

/// <summary>Answers <c>/help</c>, by task, from the catalog.</summary>
public static class HelpHandler
{
    /// <summary>Every command with an example.</summary>
    public static Reply Show(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(
        [
            new Paragraph(MarkdownText.Plain(request.IsByCommandAlone ? "Type one of these:" : "Type a question, or one of these:")),
            new Fields([.. CommandCatalog.All.GroupBy(command => command.Task).Select(task => new Field(
                MarkdownText.Plain(task.Key),
                MarkdownText.Authored(string.Join('\n', task.Select(command =>
                    $"- `/{command.Name}`: {MarkdownText.Plain(command.Summary).Source}, as in `{command.Example}`")))))]),
            new Paragraph(
                MarkdownText.Plain($"Replies are private: only you see them until you press Share.{(request.IsByCommandAlone ? " I read commands and buttons alone: not what you write to each other, nor mentions of me." : "")}"),
                Tone.Quiet),
        ]);
    }
}
