using System.Text;

namespace TutorBot.Core.Retrieval;

/// <summary>A question with its spelling mended towards the cards of an index, and its words weighed there.</summary>
internal sealed class CorrectedQuery
{
    private CorrectedQuery(string text, List<QueryWord> words, bool isCorrected)
    {
        Text = text;
        Words = words;
        IsCorrected = isCorrected;
    }

    /// <summary>The whole question: what the model reads.</summary>
    public string Text { get; }

    /// <summary>Its words in order.</summary>
    public List<QueryWord> Words { get; }

    /// <summary>Whether any word was changed.</summary>
    public bool IsCorrected { get; }

    public static CorrectedQuery Of(QuestionReading reading, CardIndex index)
    {
        StringBuilder? text = null;
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
        return new CorrectedQuery(text?.ToString() ?? reading.Text, words, text is not null);
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
