using System.Globalization;
using System.Text;
using TutorBot.Core.Retrieval;

namespace TutorBot.Embeddings;

/// <summary>
/// BERT's WordPiece tokenizer: the same ids as the Rust <c>tokenizers</c> library, but for special tokens in a text
/// (<c>[SEP]</c>), which are plain text here. Allocates nothing for text of the basic plane. Safe for concurrent callers.
/// </summary>
public sealed class WordPieceTokenizer
{
    /// <summary>A longer word is unknown, in code points after normalising.</summary>
    private const int LongestWord = 100;

    /// <summary>Each thread's own; it is empty between two texts.</summary>
    [ThreadStatic]
    private static Word? _word;

    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly bool _lowerCase;
    private readonly int _longestPiece;
    private readonly int _unknown;
    private readonly int _start;
    private readonly int _end;

    /// <summary>A tokenizer over a vocabulary.</summary>
    /// <param name="vocabulary">The pieces; the place of each is its id.</param>
    /// <param name="lowerCase">Whether text is lower-cased and its accents are removed.</param>
    /// <exception cref="ArgumentException">[UNK], [CLS] or [SEP] is missing.</exception>
    public WordPieceTokenizer(IReadOnlyList<string> vocabulary, bool lowerCase)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _ids = new Dictionary<string, int>(vocabulary.Count, StringComparer.Ordinal);
        for (var id = 0; id < vocabulary.Count; id++)
        {
            _ids.TryAdd(vocabulary[id], id);
        }

        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _lowerCase = lowerCase;
        _longestPiece = vocabulary.Count == 0 ? 0 : vocabulary.Max(piece => piece.Length);
        _unknown = Special("[UNK]");
        _start = Special("[CLS]");
        _end = Special("[SEP]");
    }

    /// <summary>More tokens than a text of this length can have, the two special ones included.</summary>
    public static int GreatestTokenCount(int textLength) => (4 * textLength) + 2;

    /// <summary>Whether a word, in lower case, is one piece of the vocabulary.</summary>
    public bool IsWholeWord(ReadOnlySpan<char> word) => _lookup.ContainsKey(word);

    /// <summary>The tokens of a text between [CLS] and [SEP], cut to the room there is.</summary>
    /// <param name="text">Any text, lone surrogates included.</param>
    /// <param name="ids">Room for the ids, at least 2.</param>
    /// <param name="tokens">As long; where each token stands in <paramref name="text"/>.</param>
    /// <returns>How many tokens there are, from 2 to the room.</returns>
    public int Tokenize(ReadOnlySpan<char> text, Span<int> ids, Span<TokenSpan> tokens)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ids.Length, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens.Length, ids.Length);
        var output = new Output(ids[..^1], tokens);
        output.Add(_start, default);
        var word = _word ??= new Word();
        for (var position = 0; position < text.Length && !output.IsFull;)
        {
            if (Rune.DecodeFromUtf16(text[position..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                Take(rune, position, position + length, word, ref output);
            }

            position += length;
        }

        Flush(word, ref output);
        ids[output.Count] = _end;
        tokens[output.Count] = default;
        return output.Count + 1;
    }

    private void Take(Rune rune, int start, int end, Word word, ref Output output)
    {
        if (Normalization.IsDropped(rune))
        {
            return;
        }

        if (Normalization.IsSpace(rune))
        {
            Flush(word, ref output);
            return;
        }

        if (rune.IsAscii)
        {
            TakeNormalized(_lowerCase ? Rune.ToLowerInvariant(rune) : rune, start, end, word, ref output);
            return;
        }

        var isIdeograph = Normalization.IsIdeograph(rune);
        if (isIdeograph)
        {
            Flush(word, ref output);
        }

        if (_lowerCase)
        {
            foreach (var part in Normalization.Decompose(rune).EnumerateRunes())
            {
                if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                {
                    TakeNormalized(Rune.ToLowerInvariant(part), start, end, word, ref output);
                }
            }
        }
        else
        {
            TakeNormalized(rune, start, end, word, ref output);
        }

        if (isIdeograph)
        {
            Flush(word, ref output);
        }
    }

    private void TakeNormalized(Rune rune, int start, int end, Word word, ref Output output)
    {
        if (Normalization.IsPunctuation(rune))
        {
            Flush(word, ref output);
            word.Add(rune, start, end);
            Flush(word, ref output);
        }
        else
        {
            word.Add(rune, start, end);
        }
    }

    /// <summary>Ends a word: the longest pieces from the left, or [UNK] where one part has none.</summary>
    private void Flush(Word word, ref Output output)
    {
        if (word.Length == 0)
        {
            return;
        }

        var before = output.Count;
        var isWhole = !word.IsTooLong;
        for (var from = 0; isWhole && from < word.Length;)
        {
            var length = LongestPiece(word, from, out var id);
            isWhole = length > 0;
            if (isWhole)
            {
                output.Add(id, word.Span(from, length, isContinuation: from > 0));
                from += length;
            }
        }

        if (!isWhole)
        {
            output.CutTo(before);
            output.Add(_unknown, word.Span(0, word.Length, isContinuation: false));
        }

        word.Clear();
    }

    private int LongestPiece(Word word, int from, out int id)
    {
        for (var length = Math.Min(word.Length - from, _longestPiece); length > 0; length--)
        {
            if (_lookup.TryGetValue(word.Piece(from, length), out id))
            {
                return length;
            }
        }

        id = _unknown;
        return 0;
    }

    private int Special(string token) => _ids.TryGetValue(token, out var id)
        ? id
        : throw new ArgumentException($"The vocabulary has no {token}. It is not that of a BERT model.", nameof(token));

    private ref struct Output(Span<int> ids, Span<TokenSpan> tokens)
    {
        private readonly Span<int> _ids = ids;
        private readonly Span<TokenSpan> _tokens = tokens;

        public int Count { get; private set; }

        public readonly bool IsFull => Count == _ids.Length;

        public void Add(int id, TokenSpan token)
        {
            if (!IsFull)
            {
                _ids[Count] = id;
                _tokens[Count++] = token;
            }
        }

        public void CutTo(int count) => Count = count;
    }

    /// <summary>The word being read, normalised, with two places before it for the "##" of continuations.</summary>
    private sealed class Word
    {
        private const int Prefix = 2;
        private const int Capacity = Prefix + (2 * LongestWord) + 2;

        private readonly char[] _letters = new char[Capacity];
        private readonly int[] _starts = new int[Capacity];
        private readonly int[] _ends = new int[Capacity];
        private int _runes;

        public int Length { get; private set; }

        public bool IsTooLong => _runes > LongestWord;

        public void Add(Rune rune, int start, int end)
        {
            _runes++;
            if (IsTooLong)
            {
                // What follows only lengthens the unknown word.
                _ends[Prefix + Length - 1] = end;
                return;
            }

            var place = Prefix + Length;
            var length = rune.EncodeToUtf16(_letters.AsSpan(place));
            _starts.AsSpan(place, length).Fill(start);
            _ends.AsSpan(place, length).Fill(end);
            Length += length;
        }

        public void Clear()
        {
            Length = 0;
            _runes = 0;
        }

        /// <summary>A part of the word as the vocabulary writes it; overwrites what stands before it.</summary>
        public ReadOnlySpan<char> Piece(int from, int length)
        {
            if (from == 0)
            {
                return _letters.AsSpan(Prefix, length);
            }

            _letters[from] = '#';
            _letters[from + 1] = '#';
            return _letters.AsSpan(from, Prefix + length);
        }

        public TokenSpan Span(int from, int length, bool isContinuation)
        {
            var start = _starts[Prefix + from];
            return new TokenSpan(start, _ends[Prefix + from + length - 1] - start, isContinuation);
        }
    }
}
