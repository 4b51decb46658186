using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Questions;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary>A question that one person practises with, kept so that its buttons work after a restart.</summary>
/// <param name="Id">Its name; random.</param>
/// <param name="Person">Whose.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Session">What it is part of.</param>
/// <param name="AskedAt">When.</param>
/// <param name="IsRight">How it was answered; null: not yet.</param>
public sealed record PracticeQuestion(
    string Id, PersonId Person, Question Question, PracticeSession Session, DateTimeOffset AskedAt, bool? IsRight);
