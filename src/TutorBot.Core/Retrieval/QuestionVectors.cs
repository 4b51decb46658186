using System.Buffers;

namespace TutorBot.Core.Retrieval;

/// <summary>The question's content tokens, each with its vector and its word's rarity. Dispose it after use.</summary>
internal sealed class QuestionVectors : IDisposable
{
    private readonly EncodedText _encoded;
    private readonly int[] _tokens;
    private readonly float[] _rarities;

    public QuestionVectors(EncodedText encoded, CorrectedQuery query)
    {
        _encoded = encoded;
        _tokens = ArrayPool<int>.Shared.Rent(Math.Max(1, encoded.TokenCount));
        _rarities = ArrayPool<float>.Shared.Rent(Math.Max(1, encoded.TokenCount));
        Take(query, onlyContent: true);
        if (Count == 0)
        {
            // "explain, please": nothing but courtesy; what little there is has to do.
            Take(query, onlyContent: false);
        }
    }

    public int Count { get; private set; }

    public ReadOnlySpan<float> Whole => _encoded.Vector;

    public ReadOnlySpan<float> Token(int index) => _encoded.TokenVector(_tokens[index]);

    public float Rarity(int index) => _rarities[index];

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_tokens);
        ArrayPool<float>.Shared.Return(_rarities);
        _encoded.Dispose();
    }

    private void Take(CorrectedQuery query, bool onlyContent)
    {
        for (var token = 0; token < _encoded.TokenCount; token++)
        {
            if (!ContentTokens.IsContent(_encoded.Tokens, token, query.Text))
            {
                continue;
            }

            foreach (var word in query.Words)
            {
                var start = _encoded.Tokens[token].Start;
                if (start >= word.Start && start < word.Start + word.Length && (word.IsContent || !onlyContent))
                {
                    _tokens[Count] = token;
                    _rarities[Count++] = word.Rarity;
                    break;
                }
            }
        }
    }
}
