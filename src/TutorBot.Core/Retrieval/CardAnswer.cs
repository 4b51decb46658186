using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;

namespace TutorBot.Core.Retrieval;

/// <summary>Chooses the field of a card that a question is after.</summary>
internal static class CardAnswer
{
    /// <summary>The card's name with the field's text; where the author gave none, the definition and a line that says so.</summary>
    public static IEnumerable<Block> Of(Card card, QuestionReading reading, CardSentence? best)
    {
        var wanted = Wanted(reading);
        if (TextOf(card, wanted) is null)
        {
            yield return new Paragraph(
                MarkdownText.Plain($"This card has no {NameOf(wanted)}; this is its definition."), Tone.Quiet);
            wanted = CardField.Definition;
        }

        yield return new Paragraph(
            AnswerWording.NameOf(card) + MarkdownText.Authored(Separator(TextOf(card, wanted) ?? "")) + Highlighted(card, wanted, best));

        // The question may be after something that its wording does not name.
        if (wanted == CardField.Definition && best is { Field: CardField.HowItWorks } && reading.Intent == Intent.Define)
        {
            yield return new Paragraph(Highlighted(card, CardField.HowItWorks, best));
        }
    }

    private static CardField Wanted(QuestionReading reading) => reading.Intent switch
    {
        Intent.Tip => CardField.QuickTip,
        Intent.Example => CardField.HowItWorks,
        _ => CardField.Definition,
    };

    private static string? TextOf(Card card, CardField field) => field switch
    {
        CardField.HowItWorks => card.HowItWorks,
        CardField.QuickTip => card.QuickTip,
        _ => card.Definition,
    };

    private static string NameOf(CardField field) => field switch
    {
        CardField.HowItWorks => "example",
        CardField.QuickTip => "quick tip",
        _ => "definition",
    };

    /// <summary>A text that starts with a list, a table or code needs a line of its own.</summary>
    private static string Separator(string text) =>
        text.Length > 0 && (char.IsLetterOrDigit(text[0]) || text[0] is '"' or '“' or '(' or '*' && !text.StartsWith("* ", StringComparison.Ordinal))
        && !IsOrderedList(text)
            ? " "
            : "\n\n";

    private static bool IsOrderedList(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ';
    }

    private static MarkdownText Highlighted(Card card, CardField field, CardSentence? best)
    {
        var text = TextOf(card, field) ?? "";
        if (best is null || best.Field != field || best.Start + best.Length > text.Length || best.Length == text.Length)
        {
            return MarkdownText.Authored(text);
        }

        return MarkdownText.Authored(string.Create(
            CultureInfo.InvariantCulture,
            $"{text[..best.Start]}**{text[best.Start..(best.Start + best.Length)]}**{text[(best.Start + best.Length)..]}"));
    }
}
