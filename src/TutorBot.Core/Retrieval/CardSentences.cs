using System.Buffers;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>Finds the sentences of a card that can be set in bold without breaking its author's markup.</summary>
public static class CardSentences
{
    /// <summary>What a full stop after it does not end.</summary>
    private static readonly string[] Abbreviations =
        ["e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "fig.", "no.", "eq.", "al.", "dr.", "mr.", "ms.", "mrs.", "prof.", "st."];

    private static readonly SearchValues<char> Markup = SearchValues.Create("*_`[]<>|$\\#");

    /// <summary>Sentences in the order of the card's text; parts with markup of their own (code, tables, formulas) are none.</summary>
    public static IReadOnlyList<CardSentence> Of(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var sentences = new List<CardSentence>();
        var text = CardText.Of(card);
        var position = 0;
        Add(CardField.Definition, card.Definition);
        Add(CardField.HowItWorks, card.HowItWorks ?? "");
        Add(CardField.QuickTip, card.QuickTip ?? "");
        return sentences;

        void Add(CardField field, string source)
        {
            foreach (var range in Split(source))
            {
                var sentence = source[range];
                var found = text.IndexOf(sentence, position, StringComparison.Ordinal);
                if (found >= 0)
                {
                    sentences.Add(new CardSentence(field, range.Start.Value, sentence.Length, found, sentence.Length));
                    position = found + sentence.Length;
                }
            }
        }
    }

    /// <summary>The sentences of a Markdown text that hold no markup, line by line.</summary>
    public static IEnumerable<Range> Split(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var isFenced = false;
        for (var start = 0; start < markdown.Length;)
        {
            var end = markdown.IndexOf('\n', start);
            end = end < 0 ? markdown.Length : end;
            var line = markdown.AsSpan(start, end - start).Trim();
            if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
            {
                isFenced = !isFenced;
            }
            else if (!isFenced)
            {
                foreach (var sentence in SplitLine(markdown, start + Marker(markdown.AsSpan(start, end - start)), end))
                {
                    yield return sentence;
                }
            }

            start = end + 1;
        }
    }

    private static IEnumerable<Range> SplitLine(string text, int start, int end)
    {
        while (start < end)
        {
            var stop = SentenceEnd(text, start, end);
            var (first, last) = (start, stop);
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            if (last - first > 1 && text.AsSpan(first, last - first).IndexOfAny(Markup) < 0)
            {
                yield return first..last;
            }

            start = stop;
        }
    }

    private static int SentenceEnd(string text, int start, int end)
    {
        for (var i = start; i < end - 1; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            // A sentence may end with a quotation mark or bracket after its stop: He said "stop." Then …
            var after = i + 1;
            while (after < end && text[after] is '"' or '”' or '’' or '\'' or ')' or ']')
            {
                after++;
            }

            if (after < end
                && char.IsWhiteSpace(text[after])
                && !EndsWithAbbreviation(text.AsSpan(start, i + 1 - start))
                && StartsSentence(text, after, end))
            {
                return after;
            }
        }

        return end;
    }

    private static bool StartsSentence(string text, int position, int end)
    {
        while (position < end && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position < end && !char.IsLower(text[position]);
    }

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> text)
    {
        foreach (var abbreviation in Abbreviations)
        {
            if (text.EndsWith(abbreviation, StringComparison.OrdinalIgnoreCase)
                && (text.Length == abbreviation.Length || !char.IsLetter(text[^(abbreviation.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How far a line's list marker or quote sign reaches.</summary>
    private static int Marker(ReadOnlySpan<char> line)
    {
        var i = 0;
        while (i < line.Length && (line[i] is ' ' or '\t' or '>'))
        {
            i++;
        }

        var digits = i;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        if (digits > i && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ')
        {
            return digits + 2;
        }

        return i + 1 < line.Length && line[i] is '-' or '*' or '+' && line[i + 1] == ' ' ? i + 2 : i;
    }
}
