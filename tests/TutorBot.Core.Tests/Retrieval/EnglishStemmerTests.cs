using FsCheck.Xunit;
using TutorBot.Core.Retrieval;
using TutorBot.TestSupport;

namespace TutorBot.Core.Tests.Retrieval;

public sealed class EnglishStemmerTests
{
    [Fact]
    public void Stem_EveryReferenceWord_EqualsSnowball()
    {
        var differences = File.ReadLines(Repository.PathOf("tests/data/eval/stems.tsv"))
            .Select(line => line.Split('\t'))
            .Where(pair => EnglishStemmer.Stem(pair[0]) != pair[1])
            .Select(pair => $"{pair[0]}: {EnglishStemmer.Stem(pair[0])}, not {pair[1]}")
            .ToList();

        Assert.Empty(differences);
    }

    [Property]
    public void Stem_AnyText_NeverThrowsOrGrowsByMoreThanOne(string? word)
    {
        var text = word ?? "";

        Assert.True(EnglishStemmer.Stem(text).Length <= text.Length + 1);
    }
}
