namespace TutorBot.Core.Retrieval;

/// <summary>
/// What the model makes of one text: its tokens, a vector for each, and one for the whole. Holds rented buffers: read,
/// then dispose; spans are not valid afterwards. An encoder fills it through <see cref="Reset"/>.
/// </summary>
public sealed class EncodedText : IDisposable
{
    private readonly Action<EncodedText>? _release;
    private readonly float[] _vector;
    private TokenSpan[] _tokens = [];
    private float[] _tokenVectors = [];

    /// <summary>An empty result.</summary>
    /// <param name="dimension">Numbers per vector.</param>
    /// <param name="release">Called on dispose with this instance, which may then be used again; null: nothing happens.</param>
    public EncodedText(int dimension, Action<EncodedText>? release)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        _vector = new float[dimension];
        _release = release;
    }

    /// <summary>Numbers per vector.</summary>
    public int Dimension => _vector.Length;

    /// <summary>How many tokens, special ones included.</summary>
    public int TokenCount { get; private set; }

    /// <summary>Where the tokens stand, special ones included, in order.</summary>
    public ReadOnlySpan<TokenSpan> Tokens => _tokens.AsSpan(0, TokenCount);

    /// <summary>The vector of the whole text, of unit length.</summary>
    public ReadOnlySpan<float> Vector => _vector;

    /// <summary>The last hidden state of one token, scaled to unit length.</summary>
    public ReadOnlySpan<float> TokenVector(int token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, TokenCount);
        return _tokenVectors.AsSpan(token * Dimension, Dimension);
    }

    /// <summary>Makes room for a text of so many tokens and gives the buffers to fill: all of unit length when done.</summary>
    public (Memory<TokenSpan> Tokens, Memory<float> TokenVectors, Memory<float> Vector) Reset(int tokenCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokenCount);
        if (_tokens.Length < tokenCount)
        {
            _tokens = new TokenSpan[tokenCount];
            _tokenVectors = new float[tokenCount * Dimension];
        }

        TokenCount = tokenCount;
        return (_tokens.AsMemory(0, tokenCount), _tokenVectors.AsMemory(0, tokenCount * Dimension), _vector);
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose() => _release?.Invoke(this);
}
