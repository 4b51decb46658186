namespace TutorBot.Core.Retrieval;

/// <summary>Keeps what the model made of cards' texts, so that a second start and a reload embed only what changed.</summary>
public interface IPassageCache
{
    /// <summary>The windows of this exact text as made with this fingerprint, or null.</summary>
    IReadOnlyList<PassageVectors>? Find(string fingerprint, string text);

    /// <summary>Keeps them. A failure to write is logged, never thrown: the cache only saves time.</summary>
    void Keep(string fingerprint, string text, IReadOnlyList<PassageVectors> windows);
}
