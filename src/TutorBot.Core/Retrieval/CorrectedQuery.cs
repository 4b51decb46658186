using System.Text;

namespace TutorBot.Core.Retrieval;

/// <summary>A question with its spelling mended towards the cards of an index, and its words weighed there.</summary>
internal sealed class CorrectedQuery
{
    private CorrectedQuery(string text, List<QueryWord> words, List<SpellingCorrection>? corrections)
    {
        Text = text;
        Words = words;
        Corrections = corrections ?? [];
    }

    /// <summary>The whole question: what the model reads.</summary>
    public string Text { get; }

    /// <summary>Its words in order.</summary>
    public List<QueryWord> Words { get; }

    /// <summary>What was read as something else; empty where nothing was.</summary>
    public IReadOnlyList<SpellingCorrection> Corrections { get; }

    /// <summary>Whether any word was changed.</summary>
    public bool IsCorrected => Corrections.Count > 0;

    /// <summary>Whether every word that says what is asked about was mended, and none into what a card is called.</summary>
    public bool IsGuess { get; private init; }

    public static CorrectedQuery Of(QuestionReading reading, CardIndex index)
    {
        StringBuilder? text = null;
        List<SpellingCorrection>? corrections = null;
        var words = new List<QueryWord>(reading.Words.Count);
        var copied = 0;
        foreach (var word in reading.Words)
        {
            var correction = index.Correction?.Correct(word.Text);
            if (correction is null)
            {
                words.Add(Weigh(word.Text, word.Start + (text?.Length ?? copied) - copied, word.Length, reading.IsContent(word), index));
                continue;
            }

            (corrections ??= []).Add(new SpellingCorrection(word.Text, correction));
            text ??= new StringBuilder(reading.Text.Length + 16);
            text.Append(reading.Text, copied, word.Start - copied);
            foreach (var part in correction.Split(' '))
            {
                if (text.Length > 0 && text[^1] != ' ' && part.Length < correction.Length && !correction.StartsWith(part, StringComparison.Ordinal))
                {
                    text.Append(' ');
                }

                words.Add(Weigh(part, text.Length, part.Length, reading.IsContent(word), index));
                text.Append(part);
            }

            copied = word.Start + word.Length;
        }

        text?.Append(reading.Text, copied, reading.Text.Length - copied);
        return new CorrectedQuery(text?.ToString() ?? reading.Text, words, corrections)
        {
            IsGuess = corrections is not null
                && !corrections.Exists(correction => correction.Read.Split(' ').Any(index.Words.IsInName))
                && !words.Exists(word => word.IsContent && !corrections.Exists(correction => correction.Read.Contains(word.Text, StringComparison.Ordinal))),
        };
    }

    private static QueryWord Weigh(string word, int start, int length, bool isContent, CardIndex index)
    {
        var term = index.Words.TermOf(word);

        // "explain" is courtesy, but content where a card is named "Explained variance".
        isContent = isContent || (StopWords.IsCourtesy(word) && index.Words.IsInName(word));
        var rarity = index.Words.InverseDocumentFrequency(term) / index.Words.InverseDocumentFrequency(-1);
        return new QueryWord(word, start, length, term, isContent, (float)rarity);
    }
}
