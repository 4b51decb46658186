using System.Globalization;

namespace TutorBot.Playground;

/// <summary>A line in the playground's channel.</summary>
/// <param name="Epoch">Which run of the channel it belongs to: numbers start over with each.</param>
/// <param name="Id">Counts from 1 in its epoch.</param>
/// <param name="VisibleTo">The person who alone sees it, or null: everyone.</param>
/// <param name="Author">Who says it: a person's name, or the tutor.</param>
/// <param name="IsTutor">Whether the tutor says it.</param>
/// <param name="Html">What it says, safe to insert.</param>
/// <param name="At">When, in UTC.</param>
internal sealed record PlaygroundMessage(string Epoch, long Id, string? VisibleTo, string Author, bool IsTutor, string Html, DateTimeOffset At)
{
    /// <summary>What the page calls it: epoch and number.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Id}");
}

