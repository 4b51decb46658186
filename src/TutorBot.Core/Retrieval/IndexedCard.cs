using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>A card of one index with what the model made of its text.</summary>
/// <param name="card">The card.</param>
/// <param name="windows">One or more windows of <see cref="CardText.Of"/>.</param>
internal sealed class IndexedCard(Card card, IReadOnlyList<PassageVectors> windows)
{
    public Card Card { get; } = card;

    /// <summary>An array, as the hot path walks it without an enumerator.</summary>
    public PassageVectors[] Windows { get; } = windows as PassageVectors[] ?? [.. windows];

    /// <summary>The sentences of its fields; split when first asked for, as most cards of a large deck never are.</summary>
    public CardSentence[] Sentences => field ??= [.. CardSentences.Of(Card)];

    /// <summary>The terms of each sentence, kept once computed.</summary>
    /// <param name="words">The words of the index that this card belongs to.</param>
    public int[][] SentenceTerms(LexicalIndex words) => _sentenceTerms ??= FindTerms(words);

    private int[][]? _sentenceTerms;

    private int[][] FindTerms(LexicalIndex words)
    {
        var text = CardText.Of(Card);
        return [.. Sentences.Select(sentence => WordSplitter.Split(text.Substring(sentence.TextStart, sentence.TextLength))
            .Select(word => words.TermOf(word.Text)).Where(term => term >= 0).Distinct().ToArray())];
    }
}
