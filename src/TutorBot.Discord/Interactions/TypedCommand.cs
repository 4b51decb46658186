using System.Text.Json;

namespace TutorBot.Discord.Interactions;

/// <summary>A slash command as it was sent.</summary>
/// <param name="Name">With groups and subcommands, as in <c>group captain add</c>.</param>
/// <param name="Values">What was given, by the option's name.</param>
/// <param name="Focused">The option that is being typed; empty: none.</param>
internal sealed record TypedCommand(string Name, IReadOnlyDictionary<string, string> Values, string Focused)
{
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;

    /// <summary>Reads a command's data.</summary>
    public static TypedCommand Read(JsonElement data)
    {
        var name = DiscordInteraction.Text(data, "name");
        while (Options(data) is [var only] && only.GetProperty("type").GetInt32() is Subcommand or SubcommandGroup)
        {
            data = only;
            name += " " + DiscordInteraction.Text(only, "name");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var focused = "";
        foreach (var option in Options(data))
        {
            var optionName = DiscordInteraction.Text(option, "name");
            values[optionName] = option.TryGetProperty("value", out var value) ? value.ToString() : "";
            if (option.TryGetProperty("focused", out var isFocused) && isFocused.ValueKind == JsonValueKind.True)
            {
                focused = optionName;
            }
        }

        return new TypedCommand(name, values, focused);
    }

    private static IReadOnlyList<JsonElement> Options(JsonElement data) =>
        data.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Array ? [.. options.EnumerateArray()] : [];
}
