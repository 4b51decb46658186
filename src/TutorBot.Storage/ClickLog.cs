using System.Text.Json;
using System.Text.Json.Serialization;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Storage;

/// <summary>
/// The clicks behind an answer, kept with it: one that arrives late takes its place by event time, and one that is
/// delivered again is recognised.
/// </summary>
internal static class ClickLog
{
    /// <summary>Beyond so many the older half is kept as what it came to, so that nobody makes a row grow without end.</summary>
    public const int Most = 64;

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static List<Click> Read(string? text) =>
        string.IsNullOrEmpty(text) ? [] : JsonSerializer.Deserialize<List<Click>>(text, Json) ?? [];

    public static string Write(RoundId round, PersonId person, IReadOnlyList<Click> clicks) => JsonSerializer.Serialize(
        clicks.Count <= Most ? clicks : Shortened(round, person, clicks), Json);

    private static List<Click> Shortened(RoundId round, PersonId person, IReadOnlyList<Click> clicks)
    {
        List<Click> all = [.. clicks.OrderBy(click => click.At).ThenBy(click => click.Event, StringComparer.Ordinal)];
        var older = all[..(Most / 2)];
        var sum = Answer.Of(round, person, older);
        List<Click> kept = [];
        if (sum.IsHinted && sum.Removed is null)
        {
            // A look-up counts only before any choice.
            kept.Add(older[0] with { Choice = null, Stake = null, Removed = null, IsLookUp = true });
        }

        kept.Add(new Click(sum.ChosenAt ?? older[^1].At, older[^1].Event, sum.Choice, sum.Stake, sum.Removed));
        return [.. kept, .. all[(Most / 2)..]];
    }
}
