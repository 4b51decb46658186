namespace TutorBot.Core.Memory;

/// <summary>One review that counts, and what it led to.</summary>
/// <param name="At">When the card was answered.</param>
/// <param name="Rating">The rating in force, corrections applied.</param>
/// <param name="ElapsedDays">The whole days since the review before it; 0 for another one on the same day and for the first.</param>
/// <param name="After">The state after it.</param>
public sealed record MemoryStep(DateTimeOffset At, Rating Rating, int ElapsedDays, MemoryState After);
