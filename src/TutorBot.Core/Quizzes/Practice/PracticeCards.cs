using TutorBot.Core.Chat;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary>Draws what to practise: what is slipping first, then what was never met; never the card of a round that is open for the person.</summary>
public sealed class PracticeCards(Retriever retriever, RoundMaker maker, RoundHandler rounds, IMemories memories, IPractices practices, TimeProvider time)
{
    private const int NotAgain = 10;
    private const double Slipping = 0.9;

    /// <summary>The id of the deck of this id or title; null, and a problem, where there is none.</summary>
    public string? FindDeck(string typed, List<string> problems)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(problems);
        var decks = retriever.Current.Library.Decks;
        var found = decks.FirstOrDefault(deck => deck.Id.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase) || deck.Title.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            problems.Add($"There is no deck \"{(typed.Length > 60 ? typed[..60] + "…" : typed)}\". Decks: {string.Join(", ", decks.Select(deck => deck.Id))}.");
        }

        return found?.Id;
    }

    /// <summary>A question, or why there is none.</summary>
    public async Task<(Question? Question, string? Reason)> DrawAsync(
        Person person, ChannelRef channel, PracticeSession session, long seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(session);
        var now = time.GetUtcNow();
        var questions = maker.Questions;
        var open = (await rounds.OpenForAsync(person, channel, cancellationToken).ConfigureAwait(false)).Select(round => round.Question.Card).ToHashSet();
        var last = (await practices.LastCardsAsync(person.Id, NotAgain, cancellationToken).ConfigureAwait(false)).ToList();
        var known = (await memories.OfAsync([person.Id], cancellationToken).ConfigureAwait(false)).ToDictionary(memory => memory.Card, memory => memory.RecallAt(now));
        var cards = retriever.Current.Library.Cards
            .Where(card => (session.Deck is null || card.Id.Deck == session.Deck) && !open.Contains(card.Id))
            .ToList();
        // Slipping cards by recall, new ones in file order, then those that are known well; what was just asked comes last.
        var ordered = cards.Select((card, i) => (card, i))
            .OrderBy(pair => last.Contains(pair.card.Id))
            .ThenBy(pair => known.TryGetValue(pair.card.Id, out var recall) ? recall < Slipping ? 0 : 2 : 1)
            .ThenBy(pair => known.GetValueOrDefault(pair.card.Id))
            .ThenBy(pair => pair.i);
        string? reason = null;
        foreach (var (card, _) in ordered)
        {
            var form = session.Form ?? Drawn(questions.PossibleForms(card.Id), seed);
            if (form is null)
            {
                continue;
            }

            var made = questions.Make(card.Id, form, seed);
            if (made.Question is { } question)
            {
                return (question, null);
            }

            reason ??= made.Reason;
        }

        return (null, reason is null ? "There is no card to practise with." : $"No question can be made: {reason}.");
    }

    /// <summary>Typed answers and explanations only where they are asked for: they take longer.</summary>
    private static string? Drawn(IReadOnlyList<string> forms, long seed)
    {
        var quick = forms.Where(form => form is not ("typed" or "explain")).ToList();
        var from = quick.Count > 0 ? quick : [.. forms];
        return from.Count == 0 ? null : from[(int)(seed % from.Count)];
    }
}
