using System.Data.Common;
using System.Globalization;

namespace TutorBot.KillTest;

/// <summary>Reads the database and the platform's log afterwards, and tells every promise that was broken.</summary>
internal static class Checker
{
    private const int LeastRounds = 3;

    public static (string Counts, IReadOnlyList<string> Problems) Check(string folder)
    {
        using var connection = RunDatabase.Connect(folder);
        var problems = new List<string>();
        var rounds = Rows(connection, "SELECT id, schedule_id, day, state FROM rounds WHERE kind = 0");
        if (rounds.Count < LeastRounds)
        {
            problems.Add($"only {rounds.Count} rounds: too little happened to tell anything");
        }

        foreach (var twice in rounds.GroupBy(row => (row[1], row[2])).Where(group => group.Count() > 1))
        {
            problems.Add($"round twice: {twice.Key}");
        }

        foreach (var schedule in rounds.GroupBy(row => row[1]))
        {
            var days = schedule.Select(row => int.Parse(row[2], CultureInfo.InvariantCulture)).Order().ToList();
            if (days[^1] - days[0] + 1 != days.Count)
            {
                problems.Add($"round lost: schedule {schedule.Key} has the days {string.Join(" ", days)}");
            }
        }

        problems.AddRange(rounds.Where(row => row[3] != "1").Select(row => $"round not closed: {row[0]}"));
        var shown = DurableLog<Shown>.ReadAll(folder, "platform").OrderBy(entry => entry.At).ToList();
        foreach (var message in shown.GroupBy(entry => entry.Nonce))
        {
            if (message.Count(entry => entry.IsPost) > 1)
            {
                problems.Add($"posted twice: {message.Key}");
            }

            // A recap says one thing for good; rounds are edited until their result is shown.
            if (!message.Key.StartsWith("recap/", StringComparison.Ordinal) && !message.Last().IsFinal)
            {
                problems.Add($"not in its final state: {message.Key}");
            }
        }

        problems.AddRange(rounds.Where(row => !shown.Any(entry => entry.Nonce.StartsWith(row[0] + "/", StringComparison.Ordinal))).Select(row => $"round never posted: {row[0]}"));

        var acknowledged = DurableLog<Acknowledged>.ReadAll(folder, "acknowledged");
        var answers = Rows(connection, "SELECT round_id, person_id, choice FROM answers").ToDictionary(row => (row[0], row[1]), row => row[2]);
        var paid = Rows(connection, "SELECT round_id, person_id, count(*) FROM ledger GROUP BY round_id, person_id").ToDictionary(row => (row[0], row[1]), row => row[2]);
        foreach (var clicks in acknowledged.GroupBy(entry => (entry.Round, entry.Person.ToString(CultureInfo.InvariantCulture))))
        {
            if (!answers.ContainsKey(clicks.Key))
            {
                problems.Add($"acknowledged answer lost: {clicks.Key}");
            }

            if (paid.GetValueOrDefault(clicks.Key) != "1")
            {
                problems.Add($"acknowledged answer {paid.GetValueOrDefault(clicks.Key, "0")} times in the ledger: {clicks.Key}");
            }
        }

        problems.AddRange(paid.Keys.Where(key => !answers.ContainsKey(key)).Select(key => $"paid without an answer: {key}"));
        var counts = $"{rounds.Count} rounds, {shown.Select(entry => entry.Nonce).Distinct().Count()} posts, {shown.Count} messages shown, {acknowledged.Count} clicks acknowledged, {answers.Count} answers, {paid.Count} paid";
        return (counts, problems);
    }

    private static List<string[]> Rows(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")]);
        }

        return rows;
    }
}
