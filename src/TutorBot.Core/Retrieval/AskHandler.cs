namespace TutorBot.Core.Retrieval;

/// <summary>Answers questions and comparisons from the cards.</summary>
public sealed class AskHandler
{
    /// <summary>Finds the card that answers a question, and words the answer. Never throws for any text.</summary>
    /// <param name="question">Anything a person may type.</param>
    /// <param name="deckId">Narrows to one deck, or null: all decks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Answer> AnswerAsync(string question, string? deckId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Sets two cards against each other; each side is found on its own.</summary>
    public Task<Answer> CompareAsync(string first, string second, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
