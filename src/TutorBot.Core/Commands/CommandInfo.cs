namespace TutorBot.Core.Commands;

/// <summary>A command as people meet it. Everything that lists commands is generated from these.</summary>
/// <param name="Name">What is typed after the slash: <c>ask</c>, <c>deck lint</c>.</param>
/// <param name="Summary">What it does, at most 100 characters.</param>
/// <param name="Task">The heading of <c>/help</c> it stands under: Ask, Play, Review, Run a group.</param>
/// <param name="Example">A line that works on the first deck: <c>/ask what is dropout</c>.</param>
/// <param name="Options">Its options in order.</param>
public sealed record CommandInfo(
    string Name,
    string Summary,
    string Task,
    string Example,
    IReadOnlyList<CommandOption> Options);
