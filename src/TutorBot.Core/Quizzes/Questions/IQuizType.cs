namespace TutorBot.Core.Quizzes.Questions;

/// <summary>A form of question: makes one of a card. Without state; the same context makes the same question.</summary>
public interface IQuizType
{
    /// <summary>What people and settings call it, in lower case.</summary>
    string Name { get; }

    /// <summary>Whether a scheduled round may have it: people press a letter, and a key decides.</summary>
    bool IsForRounds { get; }

    /// <summary>How many cards the deck must have at least, from 1.</summary>
    int LeastCards { get; }

    /// <summary>A deck of more cards has better forms: there it is made only when it is asked for by name.</summary>
    int MostCards { get; }

    /// <summary>The question, or why this card has none of this form. The deck has <see cref="LeastCards"/>.</summary>
    QuestionResult Make(QuestionContext context);
}
