namespace TutorBot.Embeddings;

/// <summary>How the vectors of the tokens become one.</summary>
public enum Pooling
{
    /// <summary>Their mean, special tokens included.</summary>
    Mean,

    /// <summary>The first token's.</summary>
    Cls,
}
