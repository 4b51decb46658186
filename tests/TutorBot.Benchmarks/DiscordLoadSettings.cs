using System.Globalization;

namespace TutorBot.Benchmarks;

/// <summary>How much a Discord of people does, and for how long.</summary>
/// <param name="Rate">Interactions a second.</param>
/// <param name="Seconds">For so long.</param>
/// <param name="IsJson">Whether one line of JSON is printed instead of a table.</param>
internal sealed record DiscordLoadSettings(int Rate, int Seconds, bool IsJson)
{
    private const int UsualRate = 200;
    private const int UsualSeconds = 30;

    /// <summary>How many there are in all.</summary>
    public int Count => Rate * Seconds;

    /// <summary>Reads <c>--rate N</c>, <c>--seconds N</c> and <c>--json</c> in any order; null where there is anything else.</summary>
    public static DiscordLoadSettings? Read(IReadOnlyList<string> arguments)
    {
        var settings = new DiscordLoadSettings(UsualRate, UsualSeconds, false);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--json")
            {
                settings = settings with { IsJson = true };
                continue;
            }

            if (i + 1 == arguments.Count || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                return null;
            }

            switch (arguments[i++])
            {
                case "--rate":
                    settings = settings with { Rate = number };
                    break;
                case "--seconds":
                    settings = settings with { Seconds = number };
                    break;
                default:
                    return null;
            }
        }

        return settings;
    }
}
