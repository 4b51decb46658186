using Microsoft.Data.Sqlite;

namespace TutorBot.Benchmarks;

/// <summary>What people were told of their answers, beside what is in the database.</summary>
/// <param name="Confirmed">How often somebody was told that an answer is kept.</param>
/// <param name="People">How many people were.</param>
/// <param name="Stored">Answers in the database.</param>
/// <param name="Wrong">People whose answer in the database is missing, or is not the one that they were told last.</param>
internal sealed record StoredAnswers(int Confirmed, int People, int Stored, int Wrong)
{
    /// <summary>Compares them.</summary>
    /// <param name="outcomes">What people were told.</param>
    /// <param name="userIds">Their ids at Discord, by their index.</param>
    /// <param name="file">The database.</param>
    public static async Task<StoredAnswers> CompareAsync(IReadOnlyList<LoadOutcome> outcomes, IReadOnlyList<string> userIds, string file)
    {
        var stored = await ReadAsync(file);
        var told = outcomes.Where(outcome => outcome.Kind == LoadKind.Answer).GroupBy(outcome => userIds[outcome.Person])
            .Where(some => some.Any(outcome => outcome.Choice is not null)).ToList();
        // Where the last press has no reply yet, it may be kept or not; an earlier one that was confirmed has left an answer in any case.
        var wrong = told.Count(some => !stored.TryGetValue(some.Key, out var choice) || (some.MaxBy(outcome => outcome.Event)?.Choice is { } last && last != choice));
        return new StoredAnswers(outcomes.Count(outcome => outcome.Choice is not null), told.Count, stored.Count, wrong);
    }

    private static async Task<Dictionary<string, int>> ReadAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT user_id, choice FROM answers JOIN people ON people.id = answers.person_id WHERE choice IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync();
        var choices = new Dictionary<string, int>();
        while (await reader.ReadAsync())
        {
            choices[reader.GetString(0)] = reader.GetInt32(1);
        }

        return choices;
    }
}
