using TutorBot.Core.Retrieval;

namespace TutorBot.Benchmarks;

/// <summary>Forgets everything, so that all is embedded.</summary>
internal sealed class NoCache : IPassageCache
{
    public IReadOnlyList<PassageVectors>? Find(string fingerprint, string text) => null;

    public void Keep(string fingerprint, string text, IReadOnlyList<PassageVectors> windows)
    {
    }
}
