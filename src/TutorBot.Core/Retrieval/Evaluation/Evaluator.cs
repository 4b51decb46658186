using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>Asks a question set, question by question, as independent people would.</summary>
/// <param name="asking">The same code path as <c>ask</c>.</param>
/// <param name="retriever">Whose index is asked.</param>
/// <param name="time">Measures how long each takes.</param>
public sealed class Evaluator(AskHandler asking, Retriever retriever, TimeProvider time)
{
    /// <summary>Asks every question.</summary>
    /// <param name="questions">The set; check it with <see cref="Problems"/> first.</param>
    /// <param name="deckId">Narrows the search to one deck, or null.</param>
    /// <param name="progress">Told how many questions are done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EvaluationReport> RunAsync(
        IReadOnlyList<EvaluationQuestion> questions,
        string? deckId,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var library = retriever.Current.Library;
        var results = new List<EvaluatedQuestion>(questions.Count);
        foreach (var question in questions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = time.GetTimestamp();
            var answer = await asking.AnswerAsync(question.Question, deckId, int.MaxValue, cancellationToken).ConfigureAwait(false);
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
            results.Add(Judge(question, Expected(question, library), answer, elapsed));
            progress?.Report(results.Count);
        }

        return EvaluationReport.Of(results);
    }

    /// <summary>What of a set cannot be asked of these decks: unknown decks and cards, a deck left out where several are loaded.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyList<EvaluationQuestion> questions, LibrarySnapshot library)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(library);
        var problems = new List<string>();
        foreach (var question in questions.Where(question => question.IsAnswerable))
        {
            if (question.Deck is null && library.Decks.Count != 1)
            {
                problems.Add($"\"{question.Question}\" names no deck, and {library.Decks.Count} are loaded. Add \"deck\":\"…\" to its line.");
            }
            else if (question.Deck is { } deck && library.FindDeck(deck) is null)
            {
                problems.Add($"Deck \"{deck}\" is not loaded. Name its folder with --decks; loaded: {string.Join(", ", library.Decks.Select(known => known.Id))}.");
            }
            else if (Expected(question, library).Count < question.Cards.Count)
            {
                problems.Add($"\"{question.Question}\" expects a card that its deck does not have: {string.Join(", ", question.Cards)}. Mend its \"cards\".");
            }
        }

        return [.. problems.Distinct()];
    }

    internal static IReadOnlyList<CardId> Expected(EvaluationQuestion question, LibrarySnapshot library)
    {
        var deck = question.Deck ?? (library.Decks.Count > 0 ? library.Decks[0].Id : "");
        return [.. question.Cards.Select(card => library.Find($"{deck}#{card}")?.Id).OfType<CardId>()];
    }

    private static EvaluatedQuestion Judge(
        EvaluationQuestion question,
        IReadOnlyList<CardId> expected,
        Answer answer,
        double milliseconds)
    {
        int? rank = null;
        for (var i = 0; i < answer.Cards.Count && rank is null; i++)
        {
            rank = expected.Contains(answer.Cards[i].Card.Id) ? i + 1 : null;
        }

        var first = answer.Cards.Count == 0 ? null : answer.Cards[0].Card.Id;
        return new EvaluatedQuestion(question, expected, first, rank, answer.Band, answer.Confidence, milliseconds);
    }
}
