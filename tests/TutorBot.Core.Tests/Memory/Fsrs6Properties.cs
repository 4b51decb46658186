using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Memory;

namespace TutorBot.Core.Tests.Memory;

/// <summary>What holds for every state, interval and rating. Numbers have eight decimals, hence the tolerances.</summary>
public sealed class Fsrs6Properties
{
    private const double Rounding = 2e-8;

    [Property]
    public Property Recall_AtOnce_IsOne() => Prop.ForAll(Memories.States.ToArbitrary(), state => Fsrs6.Recall(state, 0) == 1);

    [Property]
    public Property Recall_AfterTheStability_IsNineTenths() => Prop.ForAll(
        Memories.States.ToArbitrary(), state => Math.Abs(Fsrs6.Recall(state, state.Stability) - 0.9) <= Rounding);

    [Property]
    public Property Recall_Later_IsLower() => Prop.ForAll(
        Memories.States.ToArbitrary(), Memories.Days.ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), (state, days, more) =>
        {
            var (before, after) = (Fsrs6.Recall(state, days), Fsrs6.Recall(state, days + (more * state.Stability / 100)));
            return before is >= 0 and <= 1 && (after < before || (days > 1e5 * state.Stability && after == before));
        });

    [Property]
    public Property Recall_OfAGreaterStability_IsNotLower() => Prop.ForAll(
        Memories.States.ToArbitrary(), Memories.States.ToArbitrary(), Memories.Days.ToArbitrary(), (one, other, days) =>
            one.Stability >= other.Stability == Fsrs6.Recall(one, days) >= Fsrs6.Recall(other, days)
                || Fsrs6.Recall(one, days) == Fsrs6.Recall(other, days));

    /// <summary>Half a day earlier recall is still above, half a day later below what is desired, unless a bound holds.</summary>
    [Property]
    public Property NextInterval_ItsRecall_IsTheDesiredRetention() => Prop.ForAll(
        Memories.States.ToArbitrary(), Gen.Choose(700, 990).Select(thousandths => thousandths / 1000.0).ToArbitrary(), (state, desired) =>
        {
            var days = Fsrs6.NextInterval(state.Stability, desired);
            return days is >= 1 and <= Fsrs6.LongestInterval
                && (days == 1 || Fsrs6.Recall(state, days - 0.5) >= desired - Rounding)
                && (days == Fsrs6.LongestInterval || Fsrs6.Recall(state, days + 0.5) <= desired + Rounding);
        });

    [Property]
    public Property NextInterval_HigherRetention_IsNotLonger() => Prop.ForAll(Memories.States.ToArbitrary(), state =>
        Fsrs6.NextInterval(state.Stability, 0.95) <= Fsrs6.NextInterval(state.Stability, 0.9)
            && Fsrs6.NextInterval(state.Stability, 0.9) <= Fsrs6.NextInterval(state.Stability, 0.85));

    /// <summary>That it is in the ranges, the state itself proves: another cannot be built.</summary>
    [Property]
    public Property Next_AnyReview_IsAState() => Prop.ForAll(
        Memories.States.ToArbitrary(), Memories.Days.ToArbitrary(), Memories.Ratings.ToArbitrary(), (state, days, rating) =>
            Fsrs6.Next(state, days, rating).Difficulty is >= 1 and <= 10 && Fsrs6.Next(null, days, rating) == Fsrs6.Next(null, 0, rating));

    [Property]
    public Property Next_Success_NeverLowersStability() => Prop.ForAll(
        Memories.States.ToArbitrary(), Memories.Days.ToArbitrary(), Memories.Successes.ToArbitrary(), (state, days, rating) =>
            Fsrs6.Next(state, days, rating).Stability >= state.Stability - Rounding);

    /// <summary>Unless both are held at the greatest, or both too small for eight decimals to tell apart.</summary>
    [Property]
    public Property Next_SuccessAtLowerRecall_RaisesStabilityMore() => Prop.ForAll(
        Memories.States.ToArbitrary(), Memories.Successes.ToArbitrary(), Gen.Choose(1, 300).ToArbitrary(), (state, rating, percent) =>
        {
            var days = percent * state.Stability / 100;
            var (sooner, later) = (Fsrs6.Next(state, days, rating).Stability, Fsrs6.Next(state, days * 1.5, rating).Stability);
            return later > sooner || later >= MemoryState.GreatestStability || state.Stability < 1e-2;
        });

    [Property]
    public Property Next_AgainOnALaterDay_NeverRaisesStability() => Prop.ForAll(
        Memories.States.ToArbitrary(), Memories.Days.Where(days => days > 0).ToArbitrary(), (state, days) =>
            Fsrs6.Next(state, days, Rating.Again).Stability <= state.Stability + Rounding);

    [Property]
    public Property Next_ABetterRating_NeverMeansLessStabilityOrMoreDifficulty() => Prop.ForAll(
        Memories.States.ToArbitrary(), Memories.Days.ToArbitrary(), (state, days) =>
        {
            MemoryState[] states = [.. Enum.GetValues<Rating>().Select(rating => Fsrs6.Next(state, days, rating))];
            return states.Zip(states.Skip(1)).All(pair =>
                pair.First.Stability <= pair.Second.Stability + Rounding && pair.First.Difficulty >= pair.Second.Difficulty);
        });
}
