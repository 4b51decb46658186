using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Retrieval;
using TutorBot.Embeddings;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Embeddings;

public sealed class WordPieceTokenizerTests
{
    private const int Room = 256;

    private static readonly WordPieceTokenizer Tokenizer = new(
        File.ReadAllLines(Repository.PathOf("content/models/tutor-minilm-l6-v1/vocab.txt")), lowerCase: true);

    [Fact]
    public void Tokenize_EveryReferenceText_GivesTheReferenceIds()
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests/data/eval/tokenizer.jsonl"));
        var differences = new List<string>();
        foreach (var line in lines)
        {
            using var document = JsonDocument.Parse(line);
            var text = document.RootElement.GetProperty("text").GetString() ?? "";
            int[] expected = [.. document.RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())];
            if (!Ids(text).SequenceEqual(expected))
            {
                differences.Add($"{line} -> {string.Join(',', Ids(text))}");
            }
        }

        Assert.Equal(552, lines.Length);
        Assert.Empty(differences);
    }

    [Fact]
    public void Tokenize_Words_SaysWhereTheyStand()
    {
        const string Text = " Softmax: café ";
        var tokens = new TokenSpan[Room];

        var count = Tokenizer.Tokenize(Text, new int[Room], tokens);

        Assert.Equal(
            ["", "Soft", "max", ":", "café", ""],
            tokens[..count].Select(token => Text.Substring(token.Start, token.Length)));
        Assert.Equal([false, false, true, false, false, false], tokens[..count].Select(token => token.IsContinuation));
    }

    [Fact]
    public void Tokenize_SpecialTokenInText_IsPlainText() =>
        Assert.DoesNotContain(102, Ids("a [SEP] b").SkipLast(1));

    [Property]
    public Property Tokenize_AnyUnits_NeverThrowsOrExceedsTheRoom() => Prop.ForAll(
        ArbMap.Default.ArbFor<char[]>(),
        Gen.Choose(2, 40).ToArbitrary(),
        (units, room) =>
        {
            var tokens = new TokenSpan[room];
            var count = Tokenizer.Tokenize(units, new int[room], tokens);
            return count >= 2 && count <= room
                && tokens[..count].All(token => token.Start >= 0 && token.Start + token.Length <= units.Length);
        });

    [Fact]
    public void Tokenize_AsciiQuestion_AllocatesNothing()
    {
        var (ids, tokens) = (new int[Room], new TokenSpan[Room]);
        Tokenizer.Tokenize("what is backpropagation, and why?", ids, tokens);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Tokenizer.Tokenize("what is backpropagation, and why?", ids, tokens);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int[] Ids(string text)
    {
        var ids = new int[Room];
        return ids[..Tokenizer.Tokenize(text, ids, new TokenSpan[Room])];
    }
}
