namespace TutorBot.Core.Privacy;

/// <summary>One kind of what is kept of a person.</summary>
/// <param name="Name">What it is, as <c>answers</c>.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">The values; numbers and times as text.</param>
public sealed record PersonalTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
