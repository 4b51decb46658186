using System.Text.RegularExpressions;
using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>A card as questions are made of it: its names, sentences and words, found once.</summary>
/// <param name="card">The card.</param>
/// <param name="row">Its place in the deck, from 0.</param>
internal sealed partial class QuizCard(Card card, int row)
{
    public Card Card { get; } = card;

    public int Row { get; } = row;

    /// <summary>What people are shown of the title: without its parentheses and without markup.</summary>
    public string Term { get; } = ShortTitle(card.Title);

    public TermNames Names => field ??= new TermNames(Card.Names);

    /// <summary>The term's words.</summary>
    public QuizText TermText => field ??= new QuizText(Term);

    /// <summary>The names as they are compared.</summary>
    public IReadOnlySet<string> JoinedNames => field ??= Card.Names.Select(CardNames.Joined).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<QuizText> Definition => field ??= FieldSentences.Of(Card.Definition);

    public IReadOnlyList<QuizText> HowItWorks => field ??= FieldSentences.Of(Card.HowItWorks);

    public IReadOnlyList<QuizText> QuickTip => field ??= FieldSentences.Of(Card.QuickTip);

    /// <summary>The sentence that says what the term is, or null where the definition is code, a table or a formula.</summary>
    public QuizText? DefiningSentence => Definition.Count > 0 ? Definition[0] : null;

    /// <summary>That sentence with the card's own names blanked; empty without one.</summary>
    public string BlankedDefinition => field ??= BlankOwnNames();

    /// <summary>The sentences of all fields.</summary>
    public IEnumerable<QuizText> Sentences => [.. Definition, .. HowItWorks, .. QuickTip];

    /// <summary>The stems of the content words of names and fields.</summary>
    public IReadOnlySet<string> Stems => field ??= new QuizText(CardText.Of(Card)).Words
        .Where(word => word.IsContent).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    private string BlankOwnNames()
    {
        if (DefiningSentence is not { } sentence)
        {
            return "";
        }

        var marks = new BlankMarks(sentence);
        Names.Mark(sentence, marks);
        return Blanks.Fill(sentence, marks);
    }

    private static string ShortTitle(string title)
    {
        var plain = CardText.Plain(title);
        var @short = Spaces().Replace(Parentheses().Replace(plain, ""), " ").Trim();
        return @short.Length > 0 ? @short : plain;
    }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
