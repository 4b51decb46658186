using System.Numerics.Tensors;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// Notices a card's name in the company of another subject: "stride in horse riding", "mode collapse of a bridge". The
/// card's deck does not know the company, the dictionary does (so it is no jargon that a deck may leave out), and the
/// question as a whole lies far from the deck.
/// </summary>
internal static class ForeignContext
{
    /// <summary>
    /// Below this cosine with the mean of the deck's cards a question is not about the deck's subject. Measured with names of
    /// the first deck: 0.15 and less with other subjects' words beside them, 0.2 and more with the deck's own.
    /// </summary>
    private const float LeastNearness = 0.17f;

    /// <summary>Whether the question names the card amid words of another subject.</summary>
    public static bool IsIn(CardIndex index, CorrectedQuery query, ReadOnlySpan<float> question, Card card, ITokenEncoder dictionary)
    {
        // The cheapest first: most questions lie near their deck.
        if (TensorPrimitives.Dot(question, index.CentreOf(card.Id.Deck)) >= LeastNearness)
        {
            return false;
        }

        var names = card.Names.SelectMany(WordSplitter.Split).Select(word => EnglishStemmer.Stem(word.Text)).ToHashSet(StringComparer.Ordinal);
        return query.Words.Any(word => word.IsContent && names.Contains(EnglishStemmer.Stem(word.Text)))
            && query.Words.Any(word => word.IsContent && word.Term < 0 && word.Text.All(char.IsLetter) && dictionary.IsWholeWord(word.Text));
    }
}
