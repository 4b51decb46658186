using System.Collections.Concurrent;
using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>
/// Makes questions of the cards of one library snapshot. The same card, form, seed and difficulty make the same question,
/// on every machine and after a restart. Safe for concurrent callers.
/// </summary>
public sealed class QuestionMaker
{
    private readonly Dictionary<string, QuizDeck> _decks;
    private readonly ConcurrentDictionary<CardId, IReadOnlyList<string>> _possible = new();

    /// <summary>A maker for these cards.</summary>
    /// <param name="library">The decks; wrong options come from the card's own.</param>
    /// <param name="similarity">How near two of its cards are.</param>
    public QuestionMaker(LibrarySnapshot library, CardSimilarity similarity)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(similarity);
        _decks = library.Decks.ToDictionary(deck => deck.Id, deck => new QuizDeck(deck, similarity), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A maker for the cards of an index, near by their vectors.</summary>
    public static QuestionMaker Of(CardIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new QuestionMaker(index.Library, index.Similarity);
    }

    /// <summary>The question of one form, or why the card has none.</summary>
    /// <param name="card">A card of the library.</param>
    /// <param name="form">The name of a form, in any case.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="difficulty">How near the wrong options should be; where too few are, the next band serves.</param>
    public QuestionResult Make(CardId card, string form, long seed, Difficulty difficulty = Difficulty.Normal)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(form);
        if (Find(card) is not { } found)
        {
            return QuestionResult.None($"there is no card {card}");
        }

        if (QuizTypes.Find(form) is not { } type)
        {
            return QuestionResult.None($"there is no form \"{form}\"; forms: {string.Join(", ", QuizTypes.All.Select(known => known.Name))}");
        }

        var (deck, quizCard) = found;
        if (deck.Cards.Count < type.LeastCards)
        {
            return QuestionResult.None(
                $"the form \"{type.Name}\" needs at least {type.LeastCards} cards, and the deck \"{card.Deck}\" has {deck.Cards.Count}");
        }

        var made = type.Make(new QuestionContext(deck, quizCard, type.Name, seed, difficulty));
        return made.Reason is { } reason ? QuestionResult.None($"card {card} has no question of the form \"{type.Name}\": {reason}") : made;
    }

    /// <summary>
    /// The forms that a card has a question of, in the order of <see cref="QuizTypes.All"/>; the same for every seed. Those
    /// for small decks only where the deck is small. Empty where there is no such card.
    /// </summary>
    public IReadOnlyList<string> PossibleForms(CardId card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Find(card) is not { } found ? [] : _possible.GetOrAdd(card, id =>
            [.. QuizTypes.All
                .Where(type => found.Deck.Cards.Count <= type.MostCards && Make(id, type.Name, 0).Question is not null)
                .Select(type => type.Name)]);
    }

    /// <summary>Of <see cref="PossibleForms"/> those what a scheduled round may be: letters to press, and a key that decides.</summary>
    public IReadOnlyList<string> ScheduledForms(CardId card) =>
        [.. PossibleForms(card).Where(form => QuizTypes.Find(form)?.IsForRounds == true)];

    /// <summary>The form that a seed draws of <see cref="ScheduledForms"/>, or null where there is none.</summary>
    public string? DrawForm(CardId card, long seed)
    {
        var forms = ScheduledForms(card);
        var random = new SeededRandom(SeededRandom.Mix(SeededRandom.Hash(card.ToString()) ^ SeededRandom.Mix(unchecked((ulong)seed))));
        return forms.Count == 0 ? null : forms[random.Below(forms.Count)];
    }

    /// <summary>The cards that people mix up with a card: those either names as <c>Confused with:</c>, then its mutual nearest neighbour.</summary>
    public IReadOnlyList<Card> MixedUpWith(CardId card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Find(card) is { } found ? [.. found.Deck.MixedUpWith(found.Card).Select(other => other.Card)] : [];
    }

    private (QuizDeck Deck, QuizCard Card)? Find(CardId id) =>
        _decks.TryGetValue(id.Deck, out var deck) && deck.Find(id) is { } card ? (deck, card) : null;
}
