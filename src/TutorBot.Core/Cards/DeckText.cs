using System.Text;

namespace TutorBot.Core.Cards;

/// <summary>Turns a file's bytes into text, and repairs text whose UTF-8 was once decoded as another code page.</summary>
internal static class DeckText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The code pages that files go astray in, the likeliest for this damage first: Korean Johab, then common ones.</summary>
    private static readonly (int CodePage, string Name)[] Candidates =
    [
        (1361, "Johab"), (949, "Korean"), (1252, "Western"), (28591, "Latin 1"), (932, "Japanese"), (936, "Simplified Chinese"),
        (950, "Traditional Chinese"), (1250, "Central European"), (1251, "Cyrillic"), (850, "DOS Western"), (437, "DOS"),
        (10000, "Mac Roman"),
    ];

    static DeckText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text with line feeds alone and without a byte order mark, or null where it is no text.</summary>
    public static string? Decode(string fileName, ReadOnlySpan<byte> bytes, List<DeckProblem> problems)
    {
        if (bytes.Contains((byte)0))
        {
            problems.Add(new DeckProblem(fileName, 0, true, "This is not a text file", "Remove it from the decks folder, or save it as Markdown in UTF-8."));
            return null;
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n');
            problems.Add(new DeckProblem(fileName, line, true, "The file is not in UTF-8", "Save it as UTF-8; in most editors: Save with encoding."));
            return null;
        }

        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return Repair(fileName, text, problems);
    }

    /// <summary>
    /// If all that is not ASCII becomes valid UTF-8 when it is encoded in a code page, then that code page had decoded it.
    /// Text that was right to begin with does not survive this, as its characters give no valid sequences.
    /// </summary>
    private static string Repair(string fileName, string text, List<DeckProblem> problems)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        foreach (var (codePage, name) in Candidates)
        {
            if (Recoded(text, codePage) is { } repaired)
            {
                var count = repaired.EnumerateRunes().Count(rune => !rune.IsAscii);
                problems.Add(new DeckProblem(
                    fileName,
                    FirstNonAsciiLine(text),
                    false,
                    $"The text is UTF-8 that was decoded as code page {codePage} ({name}); {count} characters were repaired in memory",
                    "Save the file from its source again, as UTF-8."));
                return repaired;
            }
        }

        return text;
    }

    private static string? Recoded(string text, int codePage)
    {
        try
        {
            var encoding = Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            var bytes = encoding.GetBytes(text);

            // A best-fit mapping would lose characters silently.
            return encoding.GetString(bytes) == text ? StrictUtf8.GetString(bytes) : null;
        }
        catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static int FirstNonAsciiLine(string text)
    {
        var first = text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        return 1 + text.AsSpan(0, Math.Max(0, first)).Count('\n');
    }
}
