namespace TutorBot.Embeddings;

/// <summary>The model cannot be used; each problem is worded for the person who can mend it.</summary>
public sealed class ModelException : Exception
{
    /// <summary>These problems.</summary>
    public ModelException(IReadOnlyList<string> problems, Exception? inner = null)
        : base(string.Join(Environment.NewLine, problems ?? []), inner) => Problems = problems ?? [];

    /// <summary>What is wrong, where, and how to mend it; never empty.</summary>
    public IReadOnlyList<string> Problems { get; }
}
