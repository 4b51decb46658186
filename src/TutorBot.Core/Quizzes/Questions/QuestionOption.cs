using TutorBot.Core.Cards;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>One thing to choose.</summary>
/// <param name="Text">What it reads, without markup.</param>
/// <param name="Card">The card that it came from; of "true" and "false" the card that this choice would mean, null where it means none.</param>
/// <param name="Term">What that card is called, to say "that is batch normalization"; empty where there is no card.</param>
public sealed record QuestionOption(string Text, CardId? Card, string Term);
