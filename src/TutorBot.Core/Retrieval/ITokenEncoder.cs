namespace TutorBot.Core.Retrieval;

/// <summary>
/// The second port to the model, beside Microsoft.Extensions.AI's generator: token-level output, needed for late
/// interaction and for spelling correction. Safe for concurrent callers.
/// </summary>
public interface ITokenEncoder
{
    /// <summary>Numbers per vector, at least 1.</summary>
    int Dimension { get; }

    /// <summary>SHA-256 of the model's file in lower-case hex: what weights and thresholds are stamped with.</summary>
    string ModelSha256 { get; }

    /// <summary>Changes whenever vectors of the same text may: model file, vocabulary, runtime version, pooling, prefixes.</summary>
    string Fingerprint { get; }

    /// <summary>
    /// One forward pass over a text, cut at the model's greatest length. The caller disposes the result, which returns
    /// its buffers.
    /// </summary>
    EncodedText Encode(string text, TextKind kind);

    /// <summary>
    /// The same for a text of any length: one window where it fits, else windows of the greatest length that overlap
    /// by 32 tokens. Offsets are in the whole text. The caller disposes each.
    /// </summary>
    IReadOnlyList<EncodedText> EncodeWindows(string text, TextKind kind);

    /// <summary>
    /// Whether a word, in lower case, is a whole entry of the model's vocabulary: a dictionary of ordinary words that
    /// must not be "corrected".
    /// </summary>
    bool IsWholeWord(ReadOnlySpan<char> word);
}
