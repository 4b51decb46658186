using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Tests.Quizzes.Rounds;

public sealed class PointsTests
{
    [Theory]
    [InlineData(RoundKind.Daily, Stake.Guess, false, 16, 10)]
    [InlineData(RoundKind.Daily, Stake.ThinkSo, false, 20, 6)]
    [InlineData(RoundKind.Daily, Stake.Sure, false, 22, 0)]
    [InlineData(RoundKind.Daily, Stake.Guess, true, 14, 8)]
    [InlineData(RoundKind.Daily, Stake.ThinkSo, true, 14, 8)]
    [InlineData(RoundKind.Daily, Stake.Sure, true, 14, 8)]
    [InlineData(RoundKind.Throwback, Stake.Guess, false, 8, 5)]
    [InlineData(RoundKind.Throwback, Stake.ThinkSo, false, 10, 3)]
    [InlineData(RoundKind.Throwback, Stake.Sure, false, 11, 0)]
    [InlineData(RoundKind.Throwback, Stake.Sure, true, 7, 4)]
    [InlineData(RoundKind.Practice, Stake.Sure, false, 0, 0)]
    [InlineData(RoundKind.Practice, Stake.Guess, true, 0, 0)]
    public void Of_Answer_IsWorthWhatTheTableSays(RoundKind kind, Stake stake, bool isHinted, int right, int wrong)
    {
        Assert.Equal(right, Points.Of(kind, stake, isHinted, true));
        Assert.Equal(wrong, Points.Of(kind, stake, isHinted, false));
    }

    [Property]
    public Property Of_HonestStake_HasTheHighestExpectation() => Prop.ForAll(
        Gen.Elements(RoundKind.Daily, RoundKind.Throwback).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (kind, thousandths) =>
        {
            var belief = thousandths / 1000.0;
            var honest = belief < 0.5 ? Stake.Guess : belief <= 0.75 ? Stake.ThinkSo : Stake.Sure;
            return Enum.GetValues<Stake>().All(other => Expected(honest) >= Expected(other) - 1e-9)
                && Expected(honest) >= (belief * Points.Of(kind, honest, true, true)) + ((1 - belief) * Points.Of(kind, honest, true, false));

            double Expected(Stake stake) => (belief * Points.Of(kind, stake, false, true)) + ((1 - belief) * Points.Of(kind, stake, false, false));
        });
}
