using TutorBot.Core.Cards;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary>A flag on a round's question, for the deck's owner.</summary>
/// <param name="Id">Its name; one per round and person.</param>
/// <param name="Round">The round.</param>
/// <param name="Number">The round's number, as its post shows it.</param>
/// <param name="Card">The card asked about.</param>
/// <param name="Prompt">What was asked.</param>
/// <param name="Person">Who flagged it.</param>
/// <param name="At">When.</param>
public sealed record Report(string Id, RoundId Round, int Number, CardId Card, string Prompt, PersonId Person, DateTimeOffset At)
{
    /// <summary>When the deck's owners were told of it; null: not yet.</summary>
    public DateTimeOffset? ToldAt { get; init; }
}
