using TutorBot.Core.Groups;

namespace TutorBot.Core.Tests.Groups;

public sealed class GroupNameTests
{
    [Theory]
    [InlineData("Tuesday readers", "Tuesday readers")]
    [InlineData("  Tuesday \t\n readers ", "Tuesday readers")]
    [InlineData("**bold** <@everyone> `x`", "**bold** <@everyone> `x`")]
    [InlineData("Readers 👩🏽‍💻", "Readers 👩🏽‍💻")]
    [InlineData("👩🏽‍💻", "👩🏽‍💻")]
    [InlineData("\u202Eevil\u202C", "evil")]
    [InlineData("a\0b\u200Bc\uFEFF", "abc")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("قراء الثلاثاء", "قراء الثلاثاء")]
    [InlineData("7", "7")]
    public void Read_Name_IsCleaned(string typed, string expected)
    {
        Assert.Equal(expected, GroupName.Read(typed, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200D\u202E\u00A0")]
    [InlineData("***")]
    public void Read_WithoutALetter_SaysWhatIsNeeded(string typed)
    {
        Assert.Null(GroupName.Read(typed, out var problem));
        Assert.Contains("needs a name", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(200)]
    [InlineData(5000)]
    public void Read_TooLong_SaysHowLong(int length)
    {
        Assert.Null(GroupName.Read(new string('x', length), out var problem));
        Assert.Contains("at most 60", problem, StringComparison.Ordinal);
        Assert.Contains(length > 400 ? "more" : $"{length}", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SixtyEmoji_IsALegalName() => Assert.NotNull(GroupName.Read(string.Concat(Enumerable.Repeat("😀", 60)), out _));

    [Fact]
    public void Read_StackedMarks_DoesNotClaimThatItIsShort()
    {
        Assert.Null(GroupName.Read("a" + new string('\u0338', 300), out var problem));
        Assert.DoesNotContain("this one has 1.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Readers", "readers")]
    [InlineData("Rea\u200Dders", "Readers")]
    [InlineData("Ｒeaders", "readers")]
    public void Key_LooksTheSame_IsTheSame(string one, string other) => Assert.Equal(GroupName.Key(one), GroupName.Key(other));
}
