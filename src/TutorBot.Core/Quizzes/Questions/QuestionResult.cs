namespace TutorBot.Core.Quizzes.Questions;

/// <summary>A question, or why there is none: an expected outcome, not a mistake.</summary>
public sealed record QuestionResult
{
    private QuestionResult(Question? question, string? reason)
    {
        Question = question;
        Reason = reason;
    }

    /// <summary>The question, or null where <see cref="Reason"/> says why there is none.</summary>
    public Question? Question { get; }

    /// <summary>A sentence for people without its full stop ("the form \"term\" needs at least 4 cards, …"); null where there is a question.</summary>
    public string? Reason { get; }

    /// <summary>The question was made.</summary>
    public static QuestionResult Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new QuestionResult(question, null);
    }

    /// <summary>There is none.</summary>
    public static QuestionResult None(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new QuestionResult(null, reason);
    }
}
