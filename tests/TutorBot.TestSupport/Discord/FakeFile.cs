namespace TutorBot.TestSupport.Discord;

/// <summary>A file that the bot uploaded.</summary>
/// <param name="Index">n of its part's name, <c>files[n]</c>.</param>
/// <param name="Name">With its extension.</param>
/// <param name="ContentType">As its part says, or application/octet-stream.</param>
public sealed record FakeFile(int Index, string Name, string ContentType, ReadOnlyMemory<byte> Content);
