using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>Everything retrieval needs of one library snapshot: vectors, words, names. Immutable.</summary>
public sealed class CardIndex
{
    /// <summary>The decks that are indexed.</summary>
    public LibrarySnapshot Library { get; } = LibrarySnapshot.Empty;

    /// <summary>The nearest cards to a card by vector, nearest first, without itself.</summary>
    public IReadOnlyList<Card> Related(Card card, int limit) => throw new NotSupportedException();

    /// <summary>Indexes a snapshot; cards whose text the cache knows are not embedded again.</summary>
    /// <param name="library">The decks.</param>
    /// <param name="encoder">The model.</param>
    /// <param name="cache">What the model made of texts before.</param>
    /// <param name="progress">Told how many cards are done, in any order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<CardIndex> BuildAsync(
        LibrarySnapshot library,
        ITokenEncoder encoder,
        IPassageCache cache,
        IProgress<int>? progress,
        CancellationToken cancellationToken) => throw new NotSupportedException();
}
