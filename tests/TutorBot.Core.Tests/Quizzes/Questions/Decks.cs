using System.Text;
using TutorBot.Core.Cards;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Retrieval;
using TutorBot.TestSupport;

namespace TutorBot.Core.Tests.Quizzes.Questions;

/// <summary>Decks to make questions of, without a model: cards are near by the words they have in common.</summary>
internal static class Decks
{
    public static LibrarySnapshot Shipped { get; } = Load("content/decks/deep-learning.md");

    public static LibrarySnapshot Biology { get; } = Load("tests/data/eval/decks/biology.md");

    /// <summary>The first so many cards of the shipped deck.</summary>
    public static LibrarySnapshot First(int count)
    {
        var deck = Shipped.Decks[0];
        return new LibrarySnapshot([deck with { Cards = [.. deck.Cards.Take(count)] }], []);
    }

    public static LibrarySnapshot Parse(string markdown) =>
        MarkdownDeckFormat.Parse("d.md", Encoding.UTF8.GetBytes(markdown)).Deck is { } deck ? new([deck], []) : LibrarySnapshot.Empty;

    public static QuestionMaker Maker(LibrarySnapshot library) => new(library, WordsInCommon);

    private static LibrarySnapshot Load(string path) => DeckFolder.Read(Repository.PathOf(path)).Deck is { } deck ? new([deck], []) : LibrarySnapshot.Empty;

    private static double WordsInCommon(Card left, Card right)
    {
        var (one, other) = (Stems(left), Stems(right));
        return one.Count(other.Contains) / Math.Sqrt(one.Count * (double)other.Count);
    }

    private static HashSet<string> Stems(Card card) => WordSplitter.Split(CardText.Of(card)).Select(word => word.Text)
        .Where(word => !StopWords.IsFunctionWord(word)).Select(EnglishStemmer.Stem).ToHashSet(StringComparer.Ordinal);
}
