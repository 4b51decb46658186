namespace TutorBot.KillTest;

/// <summary>A message of the recording platform, as posted or edited.</summary>
internal sealed record Shown(string Nonce, string Id, bool IsFinal);
