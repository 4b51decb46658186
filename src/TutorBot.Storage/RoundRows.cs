using System.Globalization;
using System.Text.Json;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Rows of the quiz's tables to what they mean, and back.</summary>
internal static class RoundRows
{
    public static Round ToRound(this RoundRow row, IReadOnlyList<GroupId> groups) => new(
        new RoundId(row.Id),
        new ScheduleId(row.ScheduleId),
        row.Day,
        row.Kind,
        row.Number,
        row.State,
        JsonSerializer.Deserialize<Question>(row.Question) ?? throw new JsonException($"Round {row.Id} has no question."),
        [.. row.RightOptions.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(option => int.Parse(option, CultureInfo.InvariantCulture))],
        row.DeckTitle,
        row.Salt,
        row.OpensAt,
        row.ClosesAt,
        groups,
        row.IsOutage);

    public static RoundRow ToRow(this Round round) => new()
    {
        Id = round.Id.Value,
        ScheduleId = round.Schedule.Value,
        Day = round.Date,
        Kind = round.Kind,
        // What must not happen twice: one daily round and one throwback a date; of practice any number.
        Occasion = round.Kind == RoundKind.Practice
            ? $"{round.Schedule}/practice/{round.Id}"
            : string.Create(CultureInfo.InvariantCulture, $"{round.Schedule}/{round.Date:yyyy-MM-dd}/{round.Kind}"),
        Number = round.Number,
        State = round.State,
        Card = round.Question.Card.ToString(),
        Question = JsonSerializer.Serialize(round.Question),
        RightOptions = ToText(round.RightOptions),
        DeckTitle = round.DeckTitle,
        Salt = round.Salt,
        OpensAt = round.OpensAt,
        ClosesAt = round.ClosesAt,
        IsOutage = round.IsOutage,
    };

    public static string ToText(IReadOnlyList<int> options) => string.Join(',', options.Select(option => option.ToString(CultureInfo.InvariantCulture)));

    public static Post ToPost(this PostRow row) => new(
        new RoundId(row.RoundId), new ChannelRef(row.Platform, row.Workspace, row.Channel), row.Zone, row.DueAt, row.MessageId, row.State, row.ShownCount, row.ShownAt, row.Revision) { IsRevealed = row.IsRevealed };

    public static PostRow ToRow(this Post post) => new()
    {
        RoundId = post.Round.Value,
        Platform = post.Channel.Platform,
        Workspace = post.Channel.Workspace,
        Channel = post.Channel.Id,
        Zone = post.Zone,
        DueAt = post.DueAt,
        MessageId = post.MessageId,
        State = post.State,
        ShownCount = post.ShownCount,
        ShownAt = post.ShownAt,
        Revision = post.Revision,
        IsRevealed = post.IsRevealed,
    };

    public static Answer ToAnswer(this AnswerRow row) => new(
        new RoundId(row.RoundId), new PersonId(row.PersonId), row.Choice, row.Stake, row.IsHinted, row.Removed, row.At, row.Event, row.ChosenAt);

    public static LedgerEntry ToEntry(this LedgerRow row) => new(
        row.Key, new GroupId(row.GroupId), new PersonId(row.PersonId), new RoundId(row.RoundId), row.Reason,
        row.Points, row.Answered, row.Right, row.Growth, row.At, row.RecordedAt);

    public static LedgerRow ToRow(this LedgerEntry entry) => new()
    {
        Key = entry.Key,
        GroupId = entry.Group.Value,
        PersonId = entry.Person.Value,
        RoundId = entry.Round.Value,
        Reason = entry.Reason,
        Points = entry.Points,
        Answered = entry.Answered,
        Right = entry.Right,
        Growth = entry.Growth,
        At = entry.At,
        RecordedAt = entry.RecordedAt,
    };

    public static Review ToReview(this ReviewRow row) => new(
        row.Id, new PersonId(row.PersonId), ToCard(row.Card), row.At, row.Rating, row.Source, row.Supersedes);

    public static ReviewRow ToRow(this Review review) => new()
    {
        Id = review.Id,
        PersonId = review.Person.Value,
        Card = review.Card.ToString(),
        At = review.At,
        Rating = review.Rating,
        Source = review.Source,
        Supersedes = review.Supersedes,
    };

    public static CardMemory ToMemory(this MemoryRow row) => new(
        new PersonId(row.PersonId), ToCard(row.Card), new MemoryState(row.Stability, row.Difficulty), row.ReviewedAt, row.Reviews, row.Lapses);

    public static void Set(this MemoryRow row, CardMemory memory)
    {
        row.PersonId = memory.Person.Value;
        row.Card = memory.Card.ToString();
        row.Stability = memory.State.Stability;
        row.Difficulty = memory.State.Difficulty;
        row.ReviewedAt = memory.ReviewedAt;
        row.Reviews = memory.Reviews;
        row.Lapses = memory.Lapses;
    }

    private static CardId ToCard(string text) =>
        CardId.TryParse(text, out var card) ? card : throw new FormatException($"The database names a card \"{text}\".");
}
