namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>One row for each platform and minute in which it was connected and a write succeeded. Kept 60 days.</summary>
public interface IConnectionLog
{
    /// <summary>Notes that a platform is up and the database takes writes.</summary>
    Task NoteAsync(string platform, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The starts of the minutes noted that lie wholly or partly in <c>[from, until)</c>, in order.</summary>
    Task<IReadOnlyList<DateTimeOffset>> MinutesAsync(string platform, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
