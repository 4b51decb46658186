using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>
/// Many cards made of the decks' own sentences, with vectors of real cards plus noise, so that nothing has to be embedded.
/// </summary>
internal sealed class SyntheticCards : IPassageCache
{
    private const int Seed = 1;
    private const float Noise = 0.02f;

    private readonly Random _random = new(Seed);
    private readonly List<PassageVectors> _real = [];

    public static LibrarySnapshot Real { get; } = new(
        [.. new DeckFolder(Repository.PathOf("content/decks")).Load().Decks, .. new DeckFolder(Repository.PathOf("tests/data/eval/decks")).Load().Decks],
        []);

    /// <summary>Embeds the real cards, which the synthetic ones vary.</summary>
    public SyntheticCards(ITokenEncoder encoder)
    {
        foreach (var card in Real.Cards)
        {
            _real.AddRange(PassageEncoding.Encode(encoder, CardText.Of(card)));
        }
    }

    public LibrarySnapshot Make(int count)
    {
        var sentences = Real.Cards.SelectMany(card => $"{card.Definition} {card.HowItWorks}".Split(". ", StringSplitOptions.RemoveEmptyEntries)).ToList();
        var titles = Real.Cards.Select(card => card.Title).ToList();
        var cards = new List<Card>(count);
        for (var i = 1; i <= count; i++)
        {
            cards.Add(new Card(
                CardId.Numbered("synthetic", i), $"{Pick(titles)} {Pick(titles)} {i}", null, $"{Pick(sentences)}. {Pick(sentences)}.", $"{Pick(sentences)}.", null, [], null, i));
        }

        return new LibrarySnapshot([new Deck("synthetic", "Synthetic", cards, "synthetic.md")], []);
    }

    public IReadOnlyList<PassageVectors> Find(string fingerprint, string text)
    {
        lock (_random)
        {
            var real = _real[_random.Next(_real.Count)];
            var vector = real.Vector.Select(x => x + (Noise * ((float)_random.NextDouble() - 0.5f))).ToArray();
            var length = MathF.Sqrt(vector.Sum(x => x * x));
            return [new PassageVectors([.. vector.Select(x => x / length)], [.. real.SignBits], [.. real.TokenStarts])];
        }
    }

    public void Keep(string fingerprint, string text, IReadOnlyList<PassageVectors> windows)
    {
    }

    private string Pick(List<string> from) => from[_random.Next(from.Count)];
}
