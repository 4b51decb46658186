using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Tests.Retrieval;

/// <summary>The inner loops against their plain definitions.</summary>
public sealed class KernelTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(72)]
    [InlineData(384)]
    public void Greatest_RandomTokens_IsTheGreatestCosineWithTheSigns(int dimension)
    {
        var random = new Random(dimension);
        var token = Vector(random, dimension);
        float[][] cards = [.. Enumerable.Range(0, 20).Select(_ => Vector(random, dimension))];
        var words = LateInteraction.WordsPerToken(dimension);
        var bits = new ulong[20 * words];
        for (var i = 0; i < 20; i++)
        {
            LateInteraction.PackSigns(cards[i], bits.AsSpan(i * words, words));
        }

        var interaction = new LateInteraction(token, new float[LateInteraction.TableLength(dimension)]);

        var expected = cards.Max(card => card.Select(x => x >= 0 ? 1f : -1f).Zip(token, (sign, x) => sign * x).Sum()) / MathF.Sqrt(dimension);
        Assert.Equal(Math.Max(0, expected), interaction.Greatest(bits), 4);
        Assert.Equal(0, interaction.Greatest([]));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(VectorIndex.ScannedInBytesFrom + 7)]
    public void Top_ManyVectors_GivesTheNearestWithExactScores(int count)
    {
        var random = new Random(3);
        float[][] vectors = [.. Enumerable.Range(0, count).Select(_ => Vector(random, 40))];
        var query = Vector(random, 40);
        var nearest = new ScoredRow[10];

        var found = new VectorIndex(vectors).Top(query, nearest);

        var expected = Enumerable.Range(0, count).OrderByDescending(row => TensorPrimitives.Dot<float>(query, vectors[row])).Take(10);
        Assert.Equal(10, found);
        Assert.Equal(expected, nearest.Select(scored => scored.Row));
        Assert.All(nearest, scored => Assert.Equal(TensorPrimitives.Dot<float>(query, vectors[scored.Row]), scored.Score));
    }

    [Fact]
    public void Top_FewerThanWanted_GivesAll() =>
        Assert.Equal(1, new VectorIndex([[1f, 0, 0, 0, 0, 0, 0, 0]]).Top([1f, 0, 0, 0, 0, 0, 0, 0], new ScoredRow[5]));

    [Property]
    public Property Dot_AnyBytes_IsTheSumOfProducts()
    {
        var bytes = Gen.Choose(-127, 127).Select(x => (sbyte)x).ArrayOf(77);
        return Prop.ForAll(bytes.ToArbitrary(), bytes.ToArbitrary(), (left, right) =>
            ByteVector.Dot(left, right) == left.Zip(right, (a, b) => a * b).Sum());
    }

    [Theory]
    [InlineData("gradient", "gradient", 0)]
    [InlineData("vanising", "vanishing", 1)]
    [InlineData("sigmiod", "sigmoid", 1)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_Words_IsTheNumberOfEdits(string left, string right, int distance)
    {
        Assert.Equal(distance, OptimalStringAlignment.Distance(left, right, 5));
        Assert.Equal(distance, OptimalStringAlignment.Distance(right, left, 5));
    }

    [Property]
    public Property Distance_AnyWords_IsSymmetricAndZeroForEqualsAlone()
    {
        var words = Gen.Elements("abc".ToCharArray()).ListOf().Select(letters => new string([.. letters.Take(10)]));
        return Prop.ForAll(words.ToArbitrary(), words.ToArbitrary(), (left, right) =>
            OptimalStringAlignment.Distance(left, right, 3) == OptimalStringAlignment.Distance(right, left, 3)
            && (OptimalStringAlignment.Distance(left, right, 3) == 0) == (left == right));
    }

    private static float[] Vector(Random random, int dimension)
    {
        float[] vector = [.. Enumerable.Range(0, dimension).Select(_ => ((float)random.NextDouble() * 2) - 1)];
        var length = TensorPrimitives.Norm<float>(vector);
        return [.. vector.Select(x => x / length)];
    }
}
