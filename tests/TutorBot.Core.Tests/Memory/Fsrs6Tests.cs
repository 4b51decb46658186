using TutorBot.Core.Memory;

namespace TutorBot.Core.Tests.Memory;

/// <summary>The model against numbers known from elsewhere; 10,000 histories are compared in the conformance tests.</summary>
public sealed class Fsrs6Tests
{
    /// <summary>w0 to w3; 6.4133 − e^(0.8334·(G − 1)) + 1, which for Easy is −4.77 and held at 1.</summary>
    [Theory]
    [InlineData(Rating.Again, 0.212, 6.4133)]
    [InlineData(Rating.Hard, 1.2931, 5.11217071)]
    [InlineData(Rating.Good, 2.3065, 2.11810397)]
    [InlineData(Rating.Easy, 8.2956, 1)]
    public void Next_FirstReview_IsThePublishedStart(Rating rating, double stability, double difficulty) =>
        AssertState(stability, difficulty, Fsrs6.Next(null, 0, rating));

    /// <summary>ts-fsrs 5.4.2, <c>next_state({ stability: 10, difficulty: 5 }, t, rating)</c>.</summary>
    [Theory]
    [InlineData(10, Rating.Again, 1.39198697, 8.34176237)]
    [InlineData(10, Rating.Hard, 23.24687511, 6.66599536)]
    [InlineData(10, Rating.Good, 32.02672948, 4.99022837)]
    [InlineData(10, Rating.Easy, 51.25386165, 3.31446137)]
    [InlineData(0, Rating.Again, 3.05124894, 8.34176237)]
    [InlineData(0, Rating.Hard, 10, 6.66599536)]
    [InlineData(0, Rating.Good, 10, 4.99022837)]
    [InlineData(0, Rating.Easy, 15.53430795, 3.31446137)]
    public void Next_LaterReview_IsTheReferences(double elapsedDays, Rating rating, double stability, double difficulty) =>
        AssertState(stability, difficulty, Fsrs6.Next(new MemoryState(10, 5), elapsedDays, rating));

    /// <summary>The history that py-fsrs (test_memo_state) and fsrs-rs (test_memory_state) both test with the default parameters.</summary>
    [Fact]
    public void Next_TheHistoryOfOtherImplementations_EndsInTheirState()
    {
        (int Days, Rating Rating)[] history =
            [(0, Rating.Again), (0, Rating.Good), (1, Rating.Good), (3, Rating.Good), (8, Rating.Good), (21, Rating.Good)];

        var state = history.Aggregate((MemoryState?)null, (state, review) => Fsrs6.Next(state, review.Days, review.Rating));

        Assert.NotNull(state);
        Assert.Equal(53.62691, state.Stability, 1e-5);
        Assert.Equal(6.3574867, state.Difficulty, 1e-6);
    }

    /// <summary>The formula without rounding, to 40 digits; a stability is by definition where recall is 0.9.</summary>
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0.9)]
    [InlineData(1, 2, 0.84588465)]
    [InlineData(1, 3, 0.8093881)]
    [InlineData(36500, 36500, 0.9)]
    [InlineData(2.3065, 1, 0.9468475)]
    public void Recall_ElapsedDays_IsTheForgettingCurve(double stability, double elapsedDays, double recall) =>
        Assert.Equal(recall, Fsrs6.Recall(new MemoryState(stability, 5), elapsedDays), 1e-7);

    /// <summary>ts-fsrs 5.4.2, <c>next_interval</c>; at 0.9 the interval is the stability, a half rounded up.</summary>
    [Theory]
    [InlineData(100, 0.85, 191)]
    [InlineData(100, 0.9, 100)]
    [InlineData(100, 0.95, 40)]
    [InlineData(2.5, 0.9, 3)]
    [InlineData(0.212, 0.9, 1)]
    [InlineData(36500, 0.85, 36500)]
    [InlineData(36500, 0.95, 14693)]
    [InlineData(36500, 1, 1)]
    public void NextInterval_Stability_IsWholeDays(double stability, double desiredRetention, int days) =>
        Assert.Equal(days, Fsrs6.NextInterval(stability, desiredRetention));

    [Fact]
    public void Parameters_AreTwentyOne() => Assert.Equal(21, Fsrs6.Parameters.Length);

    [Theory]
    [InlineData(-0.001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Next_NoElapsedDays_Throws(double elapsedDays)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fsrs6.Next(null, elapsedDays, Rating.Good));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fsrs6.Recall(new MemoryState(1, 1), elapsedDays));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Next_NoRating_Throws(int rating) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fsrs6.Next(new MemoryState(1, 1), 1, (Rating)rating));

    [Theory]
    [InlineData(0, 0.9)]
    [InlineData(36501, 0.9)]
    [InlineData(double.NaN, 0.9)]
    [InlineData(1, 0)]
    [InlineData(1, 1.01)]
    [InlineData(1, double.NaN)]
    public void NextInterval_OutOfRange_Throws(double stability, double desiredRetention) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fsrs6.NextInterval(stability, desiredRetention));

    [Theory]
    [InlineData(0.0009, 5)]
    [InlineData(36500.1, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(1, 0.9)]
    [InlineData(1, 10.1)]
    [InlineData(1, double.NaN)]
    public void MemoryState_OutOfRange_Throws(double stability, double difficulty) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MemoryState(stability, difficulty));

    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(36500, 10)]
    public void MemoryState_AtTheEndsOfTheRanges_IsThere(double stability, double difficulty) =>
        AssertState(stability, difficulty, new MemoryState(stability, difficulty));

    private static void AssertState(double stability, double difficulty, MemoryState actual)
    {
        Assert.Equal(stability, actual.Stability, 2e-8);
        Assert.Equal(difficulty, actual.Difficulty, 2e-8);
    }
}
