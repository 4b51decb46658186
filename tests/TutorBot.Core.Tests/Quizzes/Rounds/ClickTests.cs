using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Tests.Quizzes.Rounds;

public sealed class ClickTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);
    private static readonly Answer Nothing = Answer.None(new RoundId("r"), new PersonId(1));

    private static readonly Gen<Click> AnyClick =
        from second in Gen.Choose(0, 20)
        from choice in Gen.Elements<int?>(null, 0, 1, 2, 3)
        from stake in Gen.Elements<Stake?>(null, null, Stake.Guess, Stake.Sure)
        from other in Gen.Choose(0, 9)
        select new Click(
            Start.AddSeconds(second), "", other < 2 ? null : choice, other < 2 ? null : stake, other == 0 ? 3 : null, other == 1);

    private static readonly Gen<Click[]> Histories = AnyClick.ListOf().Select(clicks => clicks.Select((click, i) => click with { Event = $"e{i}" }).ToArray());

    [Property]
    public Property Of_AnyOrderOfDelivery_IsTheSame() => Prop.ForAll(Histories.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (clicks, seed) =>
    {
        var shuffled = clicks.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Of(shuffled) == Of(clicks);
    });

    [Property]
    public Property Of_DeliveredAgain_IsTheSame() => Prop.ForAll(Histories.ToArbitrary(), clicks => Of([.. clicks, .. clicks]) == Of(clicks));

    [Property]
    public Property ApplyTo_DeliveredAgain_ChangesNothing() => Prop.ForAll(Histories.ToArbitrary(), AnyClick.ToArbitrary(), (clicks, click) =>
    {
        var once = (click with { Event = "x" }).ApplyTo(Of(clicks));
        return (click with { Event = "x" }).ApplyTo(once) == once;
    });

    [Property]
    public Property Of_ChoicesOnly_IsTheLastByEventTime() => Prop.ForAll(Histories.ToArbitrary(), clicks =>
    {
        var last = clicks.Where(click => click.Choice is not null).OrderBy(click => click.At).ThenBy(click => click.Event, StringComparer.Ordinal).LastOrDefault();
        return Of(clicks).Choice == last?.Choice;
    });

    [Property]
    public Property ApplyTo_SameChoiceLater_KeepsItsTime() => Prop.ForAll(
        Histories.Where(clicks => Of(clicks).Choice is not null).ToArbitrary(), clicks =>
        {
            var answer = Of(clicks);
            return new Click(Start.AddHours(1), "x", answer.Choice).ApplyTo(answer) == answer;
        });

    [Property]
    public Property ApplyTo_AnotherLetter_StartsAgainAtThinkSo() => Prop.ForAll(Histories.ToArbitrary(), clicks =>
    {
        var answer = Of(clicks);
        var changed = new Click(Start.AddHours(1), "x", 7).ApplyTo(answer);
        return changed.Choice == 7 && changed.Stake == Stake.ThinkSo && changed.ChosenAt == Start.AddHours(1)
            && changed.IsHinted == answer.IsHinted && changed.Removed == answer.Removed;
    });

    [Property]
    public Property ApplyTo_LookUp_CountsOnlyBeforeAChoice() => Prop.ForAll(Histories.ToArbitrary(), clicks =>
    {
        var answer = Of(clicks);
        var after = new Click(Start.AddHours(1), "x", IsLookUp: true).ApplyTo(answer);
        return answer.Choice is null ? after.IsHinted : after == answer;
    });

    [Fact]
    public void ApplyTo_HintTwice_RemovesTheFirst()
    {
        var once = new Click(Start, "a", Removed: 2).ApplyTo(Nothing);
        var twice = new Click(Start.AddSeconds(1), "b", Removed: 3).ApplyTo(once);

        Assert.Equal((true, 2, (int?)null), (once.IsHinted, once.Removed, once.Choice));
        Assert.Equal(once, twice);
    }

    [Fact]
    public void ApplyTo_StakeWithoutAChoice_ChangesNothing() =>
        Assert.Equal(Nothing, new Click(Start, "a", Stake: Stake.Sure).ApplyTo(Nothing));

    [Fact]
    public void ApplyTo_SameTime_IsDecidedByTheOrdinalOfTheEvent()
    {
        var answer = new Click(Start, "a", 1).ApplyTo(Nothing);

        Assert.Equal(answer, new Click(Start, "B", 2).ApplyTo(answer));
        Assert.Equal(2, new Click(Start, "b", 2).ApplyTo(answer).Choice);
    }

    private static Answer Of(IEnumerable<Click> clicks) => Answer.Of(Nothing.Round, Nothing.Person, clicks);
}
