using TutorBot.Core.Cards;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>How near two cards are in meaning: the cosine of their vectors, -1 to 1, the same both ways round.</summary>
public delegate double CardSimilarity(Card left, Card right);
