using TutorBot.Core.Retrieval;
using TutorBot.Embeddings;

namespace TutorBot.Adapters.Tests.Embeddings;

public sealed class FilePassageCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("passages").FullName;

    [Fact]
    public void Find_AfterRestart_GivesWhatWasKept()
    {
        using (var cache = new FilePassageCache(_folder))
        {
            cache.Keep("model", "text", [Passage(1), Passage(2)]);
        }

        using var again = new FilePassageCache(_folder);

        Assert.Equivalent(new[] { Passage(1), Passage(2) }, again.Find("model", "text"));
        Assert.Null(again.Find("model", "another text"));
        Assert.Null(again.Find("another model", "text"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Find_TornFile_LosesOnlyTheTornRecord(int torn)
    {
        using (var cache = new FilePassageCache(_folder))
        {
            cache.Keep("model", "first", [Passage(1)]);
            cache.Keep("model", "second", [Passage(2)]);
        }

        using (var file = new FileStream(Assert.Single(Directory.GetFiles(_folder)), FileMode.Open))
        {
            file.SetLength(file.Length - torn);
        }

        using (var cache = new FilePassageCache(_folder))
        {
            Assert.NotNull(cache.Find("model", "first"));
            Assert.Null(cache.Find("model", "second"));
            cache.Keep("model", "second", [Passage(3)]);
        }

        using var again = new FilePassageCache(_folder);
        Assert.Equivalent(new[] { Passage(3) }, again.Find("model", "second"));
    }

    [Fact]
    public void Keep_WhileAnotherProcessWrites_StillServesItsOwn()
    {
        using var writer = new FilePassageCache(_folder);
        writer.Keep("model", "text", [Passage(1)]);
        using var reader = new FilePassageCache(_folder);

        reader.Keep("model", "other", [Passage(2)]);

        Assert.NotNull(reader.Find("model", "other"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static PassageVectors Passage(int seed) => new([seed, 0.5f], [(ulong)seed], [seed]);
}
