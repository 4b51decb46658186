using System.Globalization;
using System.Text;

namespace TutorBot.Embeddings;

/// <summary>
/// What BERT's normaliser and pre-tokeniser do to one character, as the Rust <c>tokenizers</c> library does it
/// (RETRIEVAL.md §4).
/// </summary>
internal static class Normalization
{
    /// <summary>Decompositions of the basic plane as they are met; a rune that is its own has itself.</summary>
    private static readonly string?[] Decompositions = new string?[char.MaxValue + 1];

    /// <summary>Whether a character is dropped without a trace: controls, formats, private use, U+FFFD.</summary>
    public static bool IsDropped(Rune rune) => rune.Value is 0 or 0xFFFD
        || (rune.Value is not ('\t' or '\n' or '\r')
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);

    /// <summary>Whether a character ends a word and is no part of any.</summary>
    public static bool IsSpace(Rune rune) => rune.Value is '\t' or '\n' or '\r' || Rune.IsWhiteSpace(rune);

    /// <summary>Whether a character is a word by itself: Unicode's punctuation, and ASCII's symbols.</summary>
    public static bool IsPunctuation(Rune rune) => rune.IsAscii
        ? rune.Value is (>= 33 and <= 47) or (>= 58 and <= 64) or (>= 91 and <= 96) or (>= 123 and <= 126)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation
            or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    /// <summary>Whether a character is an ideograph, and so a word by itself; the gap at U+2B81E is the reference's own.</summary>
    public static bool IsIdeograph(Rune rune) => rune.Value is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
        or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B920 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    /// <summary>The canonical decomposition of a character; accents are not yet removed.</summary>
    public static string Decompose(Rune rune)
    {
        if (!rune.IsBmp)
        {
            return rune.ToString().Normalize(NormalizationForm.FormD);
        }

        // Racing callers write equal strings.
        return Decompositions[rune.Value] ??= rune.ToString().Normalize(NormalizationForm.FormD);
    }
}
