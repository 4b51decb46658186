using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Explain it in your own words, then grade yourself; for practice only.</summary>
internal sealed class ExplainQuestion : IQuizType
{
    /// <inheritdoc/>
    public string Name => "explain";

    /// <inheritdoc/>
    public bool IsForRounds => false;

    /// <inheritdoc/>
    public int LeastCards => 1;

    /// <inheritdoc/>
    public int MostCards => int.MaxValue;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context)
    {
        var question = CardText.Plain(context.Card.Card.Question ?? "");
        return context.Ask($"In your own words: {(question.Length > 0 ? question : $"what is {context.Card.Term}?")}", [], null);
    }
}
