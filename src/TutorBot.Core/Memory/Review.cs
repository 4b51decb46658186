using TutorBot.Core.Cards;
using TutorBot.Core.People;

namespace TutorBot.Core.Memory;

/// <summary>
/// One entry of the review log, which is only ever appended to: that a person recalled a card so well at a time. A mistake
/// found later is set right by a further entry, a <see cref="ReviewSource.Correction"/>.
/// </summary>
public sealed record Review
{
    /// <summary>An entry, as it was appended; to append a correction see <see cref="Corrected"/> and <see cref="Withdrawn"/>.</summary>
    /// <param name="id">A name that no other entry has, chosen by the caller; not blank.</param>
    /// <param name="person">Whose memory it tells of.</param>
    /// <param name="card">The card.</param>
    /// <param name="at">When the card was answered; of a correction, when it was corrected.</param>
    /// <param name="rating">How well it was recalled; null only in a correction, and there: the corrected entry does not count.</param>
    /// <param name="source">What it comes from.</param>
    /// <param name="supersedes">The id of the entry that a correction corrects; null in every other entry.</param>
    /// <exception cref="ArgumentException">The arguments do not fit together.</exception>
    public Review(string id, PersonId person, CardId card, DateTimeOffset at, Rating? rating, ReviewSource source, string? supersedes = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(card);
        if (rating is < Memory.Rating.Again or > Memory.Rating.Easy)
        {
            throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating is Again, Hard, Good or Easy.");
        }

        if (source is < ReviewSource.Quiz or > ReviewSource.Correction)
        {
            throw new ArgumentOutOfRangeException(nameof(source), source, "A source is Quiz, Practice, Review or Correction.");
        }

        if (source == ReviewSource.Correction)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(supersedes);
            if (supersedes == id)
            {
                throw new ArgumentException($"The entry {id} corrects itself.", nameof(supersedes));
            }
        }
        else if (supersedes is not null)
        {
            throw new ArgumentException($"The entry {id} supersedes another and is no correction.", nameof(supersedes));
        }
        else if (rating is null)
        {
            throw new ArgumentException($"The entry {id} has no rating and is no correction.", nameof(rating));
        }

        Id = id;
        Person = person;
        Card = card;
        At = at;
        Rating = rating;
        Source = source;
        Supersedes = supersedes;
    }

    /// <summary>A name that no other entry has.</summary>
    public string Id { get; }

    /// <summary>Whose memory it tells of.</summary>
    public PersonId Person { get; }

    /// <summary>The card.</summary>
    public CardId Card { get; }

    /// <summary>When the card was answered; of a correction, when it was corrected.</summary>
    public DateTimeOffset At { get; }

    /// <summary>How well the card was recalled; null only in a correction, and there: the corrected entry does not count.</summary>
    public Rating? Rating { get; }

    /// <summary>What it comes from.</summary>
    public ReviewSource Source { get; }

    /// <summary>The id of the entry that a correction corrects; null in every other entry.</summary>
    public string? Supersedes { get; }

    /// <summary>The entry to append when this one should have had another rating: a regrade.</summary>
    /// <param name="id">The new entry's id.</param>
    /// <param name="at">Now.</param>
    /// <param name="rating">What is right.</param>
    public Review Corrected(string id, DateTimeOffset at, Rating rating) => new(id, Person, Card, at, rating, ReviewSource.Correction, Id);

    /// <summary>The entry to append when this one should not count: a void round, an undo.</summary>
    /// <param name="id">The new entry's id.</param>
    /// <param name="at">Now.</param>
    public Review Withdrawn(string id, DateTimeOffset at) => new(id, Person, Card, at, null, ReviewSource.Correction, Id);
}
