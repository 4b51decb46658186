using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>What a question is made of: the card among the others of its deck, and the draw.</summary>
public sealed class QuestionContext
{
    internal QuestionContext(QuizDeck deck, QuizCard card, string form, long seed, Difficulty difficulty)
    {
        Deck = deck;
        Card = card;
        Form = form;
        Seed = seed;
        Difficulty = difficulty;
        var place = SeededRandom.Hash($"{form}\n{card.Card.Id}");
        Random = new SeededRandom(SeededRandom.Mix(place ^ SeededRandom.Mix(unchecked((ulong)seed))));
        _place = place;
    }

    private readonly ulong _place;

    internal QuizDeck Deck { get; }

    internal QuizCard Card { get; }

    internal string Form { get; }

    internal long Seed { get; }

    internal Difficulty Difficulty { get; }

    /// <summary>Drawn from card, form and seed.</summary>
    internal SeededRandom Random { get; }

    /// <summary>Where the right one of so many options stands: any run of seeds spreads it evenly.</summary>
    internal int KeyPosition(int options) => (int)(unchecked(SeededRandom.Mix(_place) + (ulong)Seed) % (ulong)options);

    /// <summary>A question of this form about the card.</summary>
    internal QuestionResult Ask(string prompt, IReadOnlyList<QuestionOption> options, int? key, IReadOnlyList<string>? refuses = null) =>
        QuestionResult.Of(new Question(
            Form,
            Card.Card.Id,
            Seed,
            Difficulty,
            prompt,
            options,
            key,
            [.. Card.Card.Names.Select(name => CardText.Plain(name).ToLowerInvariant())],
            refuses ?? [],
            QuestionReveal.Of(Card.Card, Card.Term)));

    /// <summary>The question with the right option at its drawn place among the wrong ones.</summary>
    internal QuestionResult Choose(string prompt, QuestionOption right, IReadOnlyList<QuestionOption> wrong)
    {
        var key = KeyPosition(wrong.Count + 1);
        List<QuestionOption> options = [.. Random.Shuffle(wrong)];
        options.Insert(key, right);
        return Ask(prompt, options, key);
    }
}
