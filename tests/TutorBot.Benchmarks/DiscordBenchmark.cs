using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Benchmarks;

/// <summary>
/// The product in a process of its own, with the real model and SQLite, in a Discord of this process: a thousand people who do
/// something at a fixed rate. Every one must be answered within the three seconds that Discord waits.
/// </summary>
internal static class DiscordBenchmark
{
    /// <summary>A prime, so that everybody does a bit of everything; so many that the limit of each person, 20 at once and 2 a second, is out of the way.</summary>
    private const int People = 997;
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Runs it, and prints what it came to; 1 where somebody was not answered in time, or not truly.</summary>
    public static async Task<int> RunAsync(DiscordLoadSettings settings)
    {
        using var folder = new TemporaryFolder();
        await using var discord = await FakeDiscord.StartAsync();
        (discord.Patience, discord.Memory) = (Patience, Memory);
        var channel = discord.AddGuild("Readers").Channels[0];
        await using var tutor = await TutorProcess.StartAsync(discord, folder.PathOf("data"));
        var post = await OpenRoundAsync(discord, channel);
        List<FakeUser> people = [.. Enumerable.Range(0, People).Select(number => discord.AddUser(string.Create(CultureInfo.InvariantCulture, $"P{number}")))];
        var load = new DiscordLoad(discord, channel, post, people, Questions.Load());
        await Console.Error.WriteLineAsync($"measuring: {settings.Count} interactions");
        var result = await MeasureAsync(settings, discord, tutor, load, outcomes => StoredAnswers.CompareAsync(outcomes, [.. people.Select(person => person.Id)], folder.PathOf("data/tutorbot.db")));
        if (settings.IsJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(result, Json));
        }
        else
        {
            Print(result);
        }

        return result.IsGood ? 0 : 1;
    }

    /// <summary>As a person does: a group, a schedule, and a round at once.</summary>
    private static async Task<FakeMessage> OpenRoundAsync(FakeDiscord discord, FakeChannel channel)
    {
        var now = TimeProvider.System.GetUtcNow();
        await discord.SetUpQuizAsync(discord.Owner, channel, now.AddMinutes(5), now.AddHours(4));
        await discord.SayAsync(discord.Owner, channel, "schedule now");
        return await discord.MessageAsync(channel, message => message.Components.Any(component => component.Label == "A"));
    }

    private static async Task<DiscordLoadResult> MeasureAsync(
        DiscordLoadSettings settings, FakeDiscord discord, TutorProcess tutor, DiscordLoad load, Func<IReadOnlyList<LoadOutcome>, Task<StoredAnswers>> compare)
    {
        using var self = Process.GetCurrentProcess();
        var (refused, violations) = (discord.Refused, discord.Violations.Count);
        var (start, warm) = (tutor.ResidentMb, 0.0);
        var (processor, own) = (tutor.ProcessorSeconds, self.TotalProcessorTime.TotalSeconds);
        var started = Stopwatch.GetTimestamp();
        var outcomes = await load.RunAsync(settings.Rate, settings.Count, sent => warm = sent == settings.Count / 3 ? tutor.ResidentMb : warm);
        var end = tutor.ResidentMb;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        self.Refresh();
        var answered = outcomes.Where(outcome => outcome.CallbackMs is not null).ToList();
        var missed = outcomes.Count(outcome => outcome.IsMissed);
        var times = Percentiles.Of(Times(answered));
        return new DiscordLoadResult
        {
            Interactions = outcomes.Count,
            RatePerSecond = settings.Rate,
            Unanswered = outcomes.Count - answered.Count,
            Late = missed,
            Deferred = answered.Count(outcome => outcome.IsDeferred),
            Direct = answered.Count(outcome => !outcome.IsDeferred),
            WithoutReply = answered.Count(outcome => !outcome.HasReply),
            Errors = discord.Refused - refused - missed + discord.Violations.Count - violations,
            CallbackP50Ms = times.P50,
            CallbackP95Ms = times.P95,
            CallbackMaxMs = Times(answered).Max(),
            CallbackP95MsByKind = answered.GroupBy(outcome => outcome.Kind).OrderBy(some => some.Key)
                .ToDictionary(some => some.Key.ToString().ToLowerInvariant(), some => Percentiles.Of(Times(some)).P95),
            ResidentStartMb = start,
            ResidentWarmMb = warm,
            ResidentEndMb = end,
            ProcessorPercent = (tutor.ProcessorSeconds - processor) / seconds * 100,
            FakeProcessorPercent = (self.TotalProcessorTime.TotalSeconds - own) / seconds * 100,
            FakeResidentMb = self.WorkingSet64 / Megabyte,
            GreatestLagMs = load.GreatestLagMs,
            Answers = await compare(outcomes),
        };
    }

    private static IEnumerable<double> Times(IEnumerable<LoadOutcome> outcomes) => outcomes.Select(outcome => outcome.CallbackMs ?? 0);

    private static void Print(DiscordLoadResult result)
    {
        var table = new Table().AddColumns("what", "measured", "goal");
        Row(table, "interactions, each second", $"{result.Interactions}, {result.RatePerSecond}", "");
        Row(table, "unanswered within 3 s (answered later)", $"{result.Unanswered} ({result.Late})", "0");
        Row(table, "answered directly / deferred / promised and not kept", $"{result.Direct} / {result.Deferred} / {result.WithoutReply}", "");
        Row(table, "refused or against the protocol", $"{result.Errors}", "0");
        Row(table, "time to the callback, p50 / p95 / greatest", $"{result.CallbackP50Ms:F0} / {result.CallbackP95Ms:F0} / {result.CallbackMaxMs:F0} ms", "≤ 3000 ms");
        Row(table, "its p95: " + string.Join(" / ", result.CallbackP95MsByKind.Keys), $"{string.Join(" / ", result.CallbackP95MsByKind.Values.Select(time => time.ToString("F0", CultureInfo.InvariantCulture)))} ms", "");
        Row(table, "resident at the start / after a third / at the end", $"{result.ResidentStartMb:F0} / {result.ResidentWarmMb:F0} / {result.ResidentEndMb:F0} MB", "");
        Row(table, "the end beside the first third", $"{result.ResidentRatio:F2} ×", "flat");
        Row(table, "processor, of one core: the tutor / the Discord", $"{result.ProcessorPercent:F0} / {result.FakeProcessorPercent:F0} %", "");
        Row(table, "the Discord: resident, latest interaction too late by", $"{result.FakeResidentMb:F0} MB, {result.GreatestLagMs:F0} ms", "");
        Row(table, "answers confirmed, to so many people / of these stored", $"{result.Answers.Confirmed}, {result.Answers.People} / {result.Answers.Stored}", "all");
        Row(table, "people whose stored answer is another than they were told", $"{result.Answers.Wrong}", "0");
        AnsiConsole.Write(table);
    }

    private static void Row(Table table, string what, FormattableString measured, string goal) =>
        table.AddRow(what, measured.ToString(CultureInfo.InvariantCulture), goal);
}
