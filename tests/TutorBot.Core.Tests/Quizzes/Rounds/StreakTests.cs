using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Tests.Quizzes.Rounds;

/// <summary>a: answered; m: missed; e: excused and not answered; A: excused and answered all the same.</summary>
public sealed class StreakTests
{
    [Theory]
    [InlineData("", 0, 0, 0)]
    [InlineData("a", 1, 1, 0)]
    [InlineData("m", 0, 0, 0)]
    [InlineData("aaam", 0, 3, 0)]
    [InlineData("aaama", 1, 3, 0)]
    [InlineData("aaaaaaa", 7, 7, 1)]
    [InlineData("aaaaaaam", 7, 7, 0)]
    [InlineData("aaaaaaamm", 0, 7, 0)]
    [InlineData("aaaaaaama", 8, 8, 0)]
    [InlineData("aaaaaaaaaaaaaa", 14, 14, 2)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaa", 21, 21, 2)]
    [InlineData("aaaaaaaaaaaaaammm", 0, 14, 0)]
    [InlineData("aaae", 3, 3, 0)]
    [InlineData("eeee", 0, 0, 0)]
    [InlineData("aaaaaaae", 7, 7, 1)]
    [InlineData("aaaA", 4, 4, 0)]
    [InlineData("aaamaaaa", 4, 4, 1)]
    public void Of_Occasions_FollowsTheRules(string history, int length, int longest, int freezes)
    {
        var streak = Streak.Of(history.Select(one => new Occasion(DateTimeOffset.UnixEpoch, one is 'a' or 'A', one is 'e' or 'A')));

        Assert.Equal((length, longest, freezes), (streak.Length, streak.Longest, streak.Freezes));
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(6, 1)]
    [InlineData(7, 7)]
    [InlineData(14, null)]
    public void ToNextFreeze_Answered_IsWhatIsLeft(int answered, int? expected) =>
        Assert.Equal(expected, Streak.Of(Enumerable.Repeat(new Occasion(DateTimeOffset.UnixEpoch, true, false), answered)).ToNextFreeze);
}
