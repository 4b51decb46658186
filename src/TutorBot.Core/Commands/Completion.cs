namespace TutorBot.Core.Commands;

/// <summary>One way to go on typing.</summary>
/// <param name="Line">The whole line after it is taken.</param>
/// <param name="Label">What is shown: the command or the card's name.</param>
/// <param name="Detail">What it is, small: the command's summary, the card's number and deck.</param>
public sealed record Completion(string Line, string Label, string Detail);
