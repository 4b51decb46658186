using System.Globalization;
using TutorBot.Discord;
using TutorBot.Settings;
using TutorBot.TestSupport;

namespace TutorBot.KillTest;

/// <summary>The whole product, to be killed: in a Discord that it is given, on a clock that its parent sets forward.</summary>
internal static class DiscordChild
{
    /// <summary>Runs until the input ends, each line of which sets the clock forward.</summary>
    /// <param name="folder">The data of all its starts.</param>
    /// <param name="api">Where the Discord is.</param>
    /// <param name="token">Its token there.</param>
    /// <param name="shift">How far the clock has been set forward so far.</param>
    public static async Task RunAsync(string folder, Uri api, string token, TimeSpan shift)
    {
        var time = new ShiftedTime();
        time.Advance(shift);
        var settings = new TutorSettings(
            Repository.PathOf("content/decks"), Repository.PathOf("content/models/tutor-minilm-l6-v1"), folder, false, new Uri("http://127.0.0.1:0"), "")
        {
            Discord = new DiscordOptions(token, api, 0, ""),
            MinimumWindowMinutes = 2,
        };
        await using var worker = await Worker.StartAsync(settings, TextWriter.Null, Console.Error, default, time);
        Console.WriteLine(Mark.Ready);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            time.Advance(TimeSpan.Parse(line, CultureInfo.InvariantCulture));
            Console.WriteLine(Mark.Done);
        }
    }
}
