namespace TutorBot.KillTest;

/// <summary>What a worker says on its output, a line each, so that nobody has to wait by the clock.</summary>
internal static class Mark
{
    /// <summary>It has started.</summary>
    public const string Ready = "ready";

    /// <summary>It is about to send the database a command.</summary>
    public const string Command = ".";

    /// <summary>A message was shown, or a click acknowledged.</summary>
    public const string Done = "!";
}
