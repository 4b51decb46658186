namespace TutorBot.Storage;

/// <summary>A message that the tutor posted in a channel of the playground.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Channel">The channel's id.</param>
/// <param name="VisibleTo">The person who alone sees it, or null: everyone.</param>
/// <param name="Html">What it shows, safe to insert.</param>
/// <param name="At">When it was posted.</param>
public sealed record PlaygroundPost(long Id, string Channel, string? VisibleTo, string Html, DateTimeOffset At);
