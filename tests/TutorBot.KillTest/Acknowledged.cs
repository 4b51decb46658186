namespace TutorBot.KillTest;

/// <summary>A click whose answer was told to be stored.</summary>
internal sealed record Acknowledged(string Round, long Person, int Choice, DateTimeOffset At, string Event);
