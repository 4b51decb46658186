using TutorBot.Core.Cards;
using TutorBot.Core.Memory;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Chooses the card of the day.</summary>
public static class CardChoice
{
    /// <summary>How many rounds back no card is asked again; half the cards, if those are fewer.</summary>
    public const int Pause = 20;

    /// <summary>Every so many rounds a card is asked that nobody has met.</summary>
    public const int NewEvery = 3;

    /// <summary>
    /// The card: every third round the first, in file order, that nobody in the group has met; else the one that those
    /// who have met it are least expected to recall. Null where there is no card to ask.
    /// </summary>
    /// <param name="cards">The cards that can be asked about, in file order.</param>
    /// <param name="recent">The cards of the group's last rounds, the newest first.</param>
    /// <param name="blocked">Cards of open rounds that a member could answer too.</param>
    /// <param name="memories">What the members remember.</param>
    /// <param name="number">The round's number, from 1.</param>
    /// <param name="now">When.</param>
    public static Card? Choose(
        IReadOnlyList<Card> cards,
        IReadOnlyList<CardId> recent,
        IReadOnlySet<CardId> blocked,
        IEnumerable<CardMemory> memories,
        int number,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(cards);
        ArgumentNullException.ThrowIfNull(recent);
        ArgumentNullException.ThrowIfNull(blocked);
        ArgumentNullException.ThrowIfNull(memories);
        var paused = recent.Take(Math.Min(Pause, cards.Count / 2)).ToHashSet();
        var free = cards.Where(card => !blocked.Contains(card.Id)).ToList();
        List<Card> rested = [.. free.Where(card => !paused.Contains(card.Id))];
        if (rested.Count == 0)
        {
            // Every card is resting or open elsewhere: the one asked longest ago.
            return free.MaxBy(card => IndexIn(recent, card.Id));
        }

        var recalls = memories.GroupBy(memory => memory.Card).ToDictionary(met => met.Key, met => met.Average(memory => memory.RecallAt(now)));
        var unmet = rested.Find(card => !recalls.ContainsKey(card.Id));
        var met = rested.Where(card => recalls.ContainsKey(card.Id)).MinBy(card => recalls[card.Id]);
        return number % NewEvery == 0 ? unmet ?? met : met ?? unmet;
    }

    private static int IndexIn(IReadOnlyList<CardId> recent, CardId card)
    {
        for (var i = 0; i < recent.Count; i++)
        {
            if (recent[i] == card)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
