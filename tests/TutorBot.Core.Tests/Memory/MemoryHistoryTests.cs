using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Memory;
using static TutorBot.Core.Tests.Memory.Memories;

namespace TutorBot.Core.Tests.Memory;

public sealed class MemoryHistoryTests
{
    [Fact]
    public void StateAt_NoEntries_IsNull()
    {
        var history = new MemoryHistory([]);

        Assert.Null(history.StateAt(Start));
        Assert.Null(history.RecallAt(Start));
        Assert.Empty(history.Steps);
    }

    [Fact]
    public void StateAt_BetweenEntries_IsOfThoseBefore()
    {
        var history = new MemoryHistory([Entry("a", 0, Rating.Good), Entry("b", 48, Rating.Again)]);
        var first = Fsrs6.Next(null, 0, Rating.Good);

        Assert.Null(history.StateAt(Start.AddTicks(-1)));
        Assert.Equal(first, history.StateAt(Start));
        Assert.Equal(first, history.StateAt(Start.AddHours(48).AddTicks(-1)));
        Assert.Equal(Fsrs6.Next(first, 2, Rating.Again), history.StateAt(Start.AddHours(48)));
        Assert.Equal(history.StateAt(Start.AddHours(48)), history.StateAt(Start.AddYears(50)));
    }

    [Fact]
    public void RecallAt_PartsOfDays_Count()
    {
        var history = new MemoryHistory([Entry("a", 0, Rating.Good)]);
        var state = Fsrs6.Next(null, 0, Rating.Good);

        Assert.Null(history.RecallAt(Start.AddTicks(-1)));
        Assert.Equal(1, history.RecallAt(Start));
        Assert.Equal(Fsrs6.Recall(state, 0.25), history.RecallAt(Start.AddHours(6)));
        Assert.Equal(Fsrs6.Recall(state, 30.5), history.RecallAt(Start.AddDays(30.5)));
    }

    /// <summary>Start is 09:00; as in ts-fsrs it is midnight UTC that counts.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(14.99, 0)]
    [InlineData(15, 1)]
    [InlineData(23, 1)]
    [InlineData(24, 1)]
    [InlineData(38.99, 1)]
    [InlineData(39, 2)]
    public void Steps_HoursLater_CountTheDaysThatBegan(double hours, int days)
    {
        var last = new MemoryHistory([Entry("a", 0, Rating.Good), Entry("b", hours, Rating.Good)]).Steps[1];

        Assert.Equal(days, last.ElapsedDays);
        Assert.Equal(Fsrs6.Next(Fsrs6.Next(null, 0, Rating.Good), days, Rating.Good), last.After);
    }

    /// <summary>A daily round at 00:30 in Berlin, over the night in which summer begins: 23 hours, within one day of UTC.</summary>
    [Fact]
    public void Steps_DayOfThePerson_CountsADayOf23Hours()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var before = new DateTimeOffset(2026, 3, 29, 0, 30, 0, TimeSpan.FromHours(1));
        Review[] log = [Entry("a", (before - Start).TotalHours, Rating.Good), Entry("b", (before - Start).TotalHours + 23, Rating.Good)];

        var own = new MemoryHistory(log, instant => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, berlin).DateTime));

        Assert.Equal(1, own.Steps[1].ElapsedDays);
    }

    [Fact]
    public void Steps_DaysThatRunBackwards_AreTheSameDay()
    {
        var history = new MemoryHistory(
            [Entry("a", 0, Rating.Good), Entry("b", 1, Rating.Good)], instant => DateOnly.MaxValue.AddDays(-(int)(instant - Start).TotalHours));

        Assert.Equal(0, history.Steps[1].ElapsedDays);
    }

    [Property]
    public Property Steps_AnyOrderOfEntries_AreTheSame() => Prop.ForAll(
        Logs.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (log, seed) =>
        {
            Review[] all = [.. log, log[0].Corrected("x", Start.AddYears(1), Rating.Easy), log[^1].Withdrawn("y", Start.AddYears(1))];
            Review[] shuffled = [.. all];
            new Random(seed).Shuffle(shuffled);
            return new MemoryHistory(all).Steps.SequenceEqual(new MemoryHistory(shuffled).Steps);
        });

    [Property]
    public Property Steps_Corrected_AreThoseOfTheRightRatingFromTheStart() => Prop.ForAll(
        Logs.ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(), Ratings.ToArbitrary(), (log, place, rating) =>
        {
            var wrong = log[place % log.Length];
            Review[] corrected = [.. log, wrong.Corrected("x", Start.AddDays(500), rating)];
            Review[] right = [.. log.Select(entry => entry == wrong ? entry.With(rating) : entry)];
            return new MemoryHistory(corrected).Steps.SequenceEqual(new MemoryHistory(right).Steps);
        });

    [Property]
    public Property Steps_Withdrawn_AreThoseWithoutTheEntry() => Prop.ForAll(
        Logs.ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(), (log, place) =>
        {
            var wrong = log[place % log.Length];
            return new MemoryHistory([.. log, wrong.Withdrawn("x", Start.AddDays(500))]).Steps
                .SequenceEqual(new MemoryHistory(log.Where(entry => entry != wrong)).Steps);
        });

    [Property]
    public Property StateAt_EntriesAfterTheInstant_ChangeNothing() => Prop.ForAll(
        Logs.ToArbitrary(), Gen.Choose(0, 2000).ToArbitrary(), (log, hours) =>
        {
            var instant = Start.AddHours(hours);
            return new MemoryHistory(log).StateAt(instant) == new MemoryHistory(log.Where(entry => entry.At <= instant)).StateAt(instant);
        });

    [Fact]
    public void Steps_CorrectionOfACorrection_IsTheLatest()
    {
        var wrong = Entry("a", 0, Rating.Again);
        var withdrawn = wrong.Withdrawn("b", Start.AddDays(1));
        var restored = withdrawn.Corrected("c", Start.AddDays(2), Rating.Good);

        Assert.Empty(new MemoryHistory([withdrawn, wrong]).Steps);
        Assert.Equal(Rating.Good, Assert.Single(new MemoryHistory([restored, withdrawn, wrong]).Steps).Rating);
    }

    [Fact]
    public void Steps_SeveralCorrections_FollowTheLatest()
    {
        var wrong = Entry("a", 0, Rating.Again);

        var step = Assert.Single(new MemoryHistory(
            [wrong, wrong.Corrected("z", Start.AddDays(1), Rating.Easy), wrong.Corrected("b", Start.AddDays(2), Rating.Hard)]).Steps);

        Assert.Equal((Start, Rating.Hard), (step.At, step.Rating));
    }

    [Fact]
    public void MemoryHistory_EntriesThatDoNotFit_Throws()
    {
        var entry = Entry("a", 0, Rating.Good);
        var one = entry.Corrected("b", Start, Rating.Good);
        var circle = new Review("c", entry.Person, entry.Card, Start, Rating.Good, ReviewSource.Correction, "d");

        Assert.Throws<ArgumentException>(() => new MemoryHistory([entry, entry]));
        Assert.Throws<ArgumentException>(() => new MemoryHistory([entry, OfSomebodyElse("b")]));
        Assert.Throws<ArgumentException>(() => new MemoryHistory([entry, OfAnotherCard("b")]));
        Assert.Throws<ArgumentException>(() => new MemoryHistory([one]));
        Assert.Throws<ArgumentException>(() => new MemoryHistory([circle, circle.Corrected("d", Start, Rating.Good)]));
    }

    [Fact]
    public void Review_ArgumentsThatDoNotFit_Throws()
    {
        var entry = Entry("a", 0, Rating.Good);
        Review Make(string id, Rating? rating, ReviewSource source, string? supersedes) => new(id, entry.Person, entry.Card, Start, rating, source, supersedes);

        Assert.Throws<ArgumentException>(() => Make(" ", Rating.Good, ReviewSource.Quiz, null));
        Assert.Throws<ArgumentException>(() => Make("b", null, ReviewSource.Quiz, null));
        Assert.Throws<ArgumentException>(() => Make("b", Rating.Good, ReviewSource.Practice, "a"));
        Assert.Throws<ArgumentNullException>(() => Make("b", Rating.Good, ReviewSource.Correction, null));
        Assert.Throws<ArgumentException>(() => Make("b", Rating.Good, ReviewSource.Correction, "b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Make("b", 0, ReviewSource.Quiz, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Make("b", Rating.Good, 0, null));
    }
}
