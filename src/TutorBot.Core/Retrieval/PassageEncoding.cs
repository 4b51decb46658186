namespace TutorBot.Core.Retrieval;

/// <summary>Turns a card's text into what is kept of it.</summary>
internal static class PassageEncoding
{
    public static IReadOnlyList<PassageVectors> Encode(ITokenEncoder encoder, string text)
    {
        var windows = encoder.EncodeWindows(text, TextKind.Passage);
        var kept = new PassageVectors[windows.Count];
        for (var i = 0; i < kept.Length; i++)
        {
            using var window = windows[i];
            kept[i] = Keep(window, text);
        }

        return kept;
    }

    private static PassageVectors Keep(EncodedText window, string text)
    {
        var words = LateInteraction.WordsPerToken(window.Dimension);
        var bits = new List<ulong>(window.TokenCount * words);
        var starts = new List<int>(window.TokenCount);
        Span<ulong> packed = stackalloc ulong[words];
        for (var token = 0; token < window.TokenCount; token++)
        {
            if (ContentTokens.IsContent(window.Tokens, token, text))
            {
                LateInteraction.PackSigns(window.TokenVector(token), packed);
                bits.AddRange(packed);
                starts.Add(window.Tokens[token].Start);
            }
        }

        return new PassageVectors(window.Vector.ToArray(), [.. bits], [.. starts]);
    }
}
