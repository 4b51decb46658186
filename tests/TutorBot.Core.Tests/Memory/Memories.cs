using FsCheck;
using FsCheck.Fluent;
using TutorBot.Core.Cards;
using TutorBot.Core.Memory;
using TutorBot.Core.People;

namespace TutorBot.Core.Tests.Memory;

/// <summary>Drawn states, days and review logs.</summary>
internal static class Memories
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ada = new(1);
    private static readonly CardId Card = CardId.Numbered("deep-learning", 166);

    /// <summary>All of the ranges, the stabilities evenly over their orders of magnitude.</summary>
    public static Gen<MemoryState> States { get; } =
        from exponent in Gen.Choose(-3000, 4562)
        from difficulty in Gen.Choose(1000, 10000)
        select new MemoryState(Math.Pow(10, exponent / 1000.0), difficulty / 1000.0);

    public static Gen<Rating> Ratings { get; } = Gen.Elements(Enum.GetValues<Rating>());

    public static Gen<Rating> Successes { get; } = Gen.Elements(Rating.Hard, Rating.Good, Rating.Easy);

    /// <summary>0 to 3000 days.</summary>
    public static Gen<double> Days { get; } = Gen.OneOf(Gen.Choose(0, 3000), Gen.Choose(0, 10)).Select(days => (double)days);

    /// <summary>1 to 12 reviews without corrections, some on the same day and at the same time.</summary>
    public static Gen<Review[]> Logs { get; } =
        from count in Gen.Choose(1, 12)
        from hours in Gen.OneOf(Gen.Choose(0, 2000), Gen.Choose(0, 30)).ArrayOf(count)
        from ratings in Ratings.ArrayOf(count)
        select hours.Zip(ratings, (hour, rating) => (hour, rating))
            .Select((review, i) => Entry($"r{i}", review.hour, review.rating)).ToArray();

    public static Review Entry(string id, double hours, Rating rating, ReviewSource source = ReviewSource.Quiz) =>
        new(id, Ada, Card, Start.AddHours(hours), rating, source);

    public static Review OfSomebodyElse(string id) => new(id, new PersonId(2), Card, Start, Rating.Good, ReviewSource.Quiz);

    public static Review OfAnotherCard(string id) => new(id, Ada, CardId.Numbered("deep-learning", 167), Start, Rating.Good, ReviewSource.Quiz);

    /// <summary>The same entry with another rating from the start.</summary>
    public static Review With(this Review entry, Rating rating) => new(entry.Id, entry.Person, entry.Card, entry.At, rating, entry.Source);
}
