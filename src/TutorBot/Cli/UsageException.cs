namespace TutorBot.Cli;

/// <summary>The program was called wrongly; the message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
