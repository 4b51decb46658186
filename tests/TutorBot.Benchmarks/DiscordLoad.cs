using System.Diagnostics;
using System.Globalization;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Benchmarks;

/// <summary>People who do something at a fixed rate, whatever becomes of it: 60 % answer the round, 25 % ask, 10 % type, 5 % look at the board.</summary>
internal sealed class DiscordLoad(FakeDiscord discord, FakeChannel channel, FakeMessage post, IReadOnlyList<FakeUser> people, IReadOnlyList<string> questions)
{
    /// <summary>Of twenty in a row.</summary>
    private const string Mix = "aqaacaqaqabaaqaacqaa";

    /// <summary>From one person to the next.</summary>
    private const int Step = 389;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    /// <summary>Discord waits three seconds for a callback, and we as long again; for a promised reply longer.</summary>
    private static readonly TimeSpan MostForCallback = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan MostForReply = TimeSpan.FromMinutes(1);
    private readonly IReadOnlyList<string> _letters = [.. post.Components.Where(component => component.Label.Length == 1).Select(component => component.Label)];

    /// <summary>How much later than it should the latest interaction was sent, in milliseconds: beyond a few, we are too slow ourselves.</summary>
    public double GreatestLagMs { get; private set; }

    /// <summary>Does it.</summary>
    /// <param name="rate">Interactions a second.</param>
    /// <param name="count">How many.</param>
    /// <param name="sent">Told after each, how many there were.</param>
    public async Task<IReadOnlyList<LoadOutcome>> RunAsync(int rate, int count, Action<int> sent)
    {
        var running = new List<Task<LoadOutcome>>(count);
        using var timer = new PeriodicTimer(BetweenLooks);
        var started = Stopwatch.GetTimestamp();
        while (running.Count < count)
        {
            await timer.WaitForNextTickAsync();
            while (running.Count < count && Stopwatch.GetElapsedTime(started).TotalMilliseconds - (running.Count * 1000.0 / rate) is >= 0 and var lag)
            {
                GreatestLagMs = Math.Max(GreatestLagMs, lag);
                running.Add(DoAsync(running.Count));
                sent(running.Count);
            }
        }

        return await Task.WhenAll(running);
    }

    private static string Beginning(string question) => question[..Math.Min(question.Length, 4)];

    private async Task<LoadOutcome> DoAsync(int number)
    {
        var index = (int)((long)number * Step % people.Count);
        var person = people[index];
        var (kind, interaction) = Mix[number % Mix.Length] switch
        {
            'a' => (LoadKind.Answer, await discord.PressAsync(person, post, _letters[number / Mix.Length % _letters.Count])),
            'q' => (LoadKind.Ask, await discord.CommandAsync(person, channel, "ask", ("question", questions[number % questions.Count]))),
            'c' => (LoadKind.Complete, await discord.AutocompleteAsync(person, channel, "card", "term", Beginning(questions[number % questions.Count]))),
            _ => (LoadKind.Board, await discord.CommandAsync(person, channel, "leaderboard")),
        };
        var outcome = new LoadOutcome(kind, index, ulong.Parse(interaction.Id, CultureInfo.InvariantCulture), null, false, false, false, null);
        try
        {
            using var limit = new CancellationTokenSource(MostForCallback);
            var callback = await interaction.FirstCallbackAsync(limit.Token);
            outcome = outcome with { CallbackMs = callback.After.TotalMilliseconds, IsDeferred = callback.Type is 5 or 6, HasReply = callback.Type == 8 };
            if (kind != LoadKind.Complete)
            {
                using var longer = new CancellationTokenSource(MostForReply);
                var reply = await interaction.ReplyAsync(longer.Token);
                outcome = outcome with { HasReply = true, Choice = kind == LoadKind.Answer ? ChoiceOf(reply) : null };
            }
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            // What is known by then is the outcome.
        }

        return outcome with { IsMissed = interaction.IsMissed };
    }

    /// <summary>The letter that is marked on the reply.</summary>
    private int? ChoiceOf(FakeMessage reply)
    {
        var marked = reply.Components.FirstOrDefault(component => component.Label.EndsWith(" ✓", StringComparison.Ordinal) && component.Label.Length == 3)?.Label[0].ToString();
        return marked is null ? null : _letters.Index().First(letter => letter.Item == marked).Index;
    }
}
