namespace TutorBot.Playground;

/// <summary>A line in one of the playground's channels.</summary>
/// <param name="Id">Counts changes from 1: an edited message gets a new one.</param>
/// <param name="Key">Names the message; the same after an edit.</param>
/// <param name="Room">The channel's id.</param>
/// <param name="VisibleTo">The person who alone sees it, or null: everyone.</param>
/// <param name="Author">Who says it: a person's name, or the tutor.</param>
/// <param name="IsTutor">Whether the tutor says it.</param>
/// <param name="Html">What it says, safe to insert.</param>
/// <param name="At">When, in UTC.</param>
internal sealed record PlaygroundMessage(
    long Id, string Key, string Room, string? VisibleTo, string Author, bool IsTutor, string Html, DateTimeOffset At);
