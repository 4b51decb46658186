using System.Globalization;

namespace TutorBot.TestSupport.Discord;

/// <summary>The bot used as people do it: by what they read on it.</summary>
public static class ByLabel
{
    /// <summary>A command and its reply.</summary>
    /// <inheritdoc cref="FakeDiscord.CommandAsync"/>
    public static async Task<FakeMessage> SayAsync(
        this FakeDiscord discord, FakeUser user, FakeChannel channel, string command, params (string Name, object Value)[] options)
    {
        ArgumentNullException.ThrowIfNull(discord);
        return await (await discord.CommandAsync(user, channel, command, options)).ReplyAsync();
    }

    /// <summary>Presses the button of that label, or chooses what begins with it from a menu.</summary>
    /// <exception cref="InvalidOperationException">The message has neither.</exception>
    public static Task<FakeInteraction> PressAsync(this FakeDiscord discord, FakeUser user, FakeMessage message, string label)
    {
        ArgumentNullException.ThrowIfNull(discord);
        ArgumentNullException.ThrowIfNull(message);
        if (ButtonOf(message, label) is { } button)
        {
            return discord.ClickAsync(user, message, button.CustomId);
        }

        foreach (var row in message.Json.GetProperty("components").EnumerateArray())
        {
            foreach (var menu in row.GetProperty("components").EnumerateArray().Where(component => component.TryGetProperty("options", out _)))
            {
                foreach (var option in menu.GetProperty("options").EnumerateArray().Where(option => option.GetProperty("label").GetString()?.StartsWith(label, StringComparison.Ordinal) == true))
                {
                    return discord.SelectAsync(user, message, menu.GetProperty("custom_id").GetString() ?? "", option.GetProperty("value").GetString() ?? "");
                }
            }
        }

        throw new InvalidOperationException($"There is no \"{label}\" on: {message.Text}\n{string.Join(", ", message.Components.Select(component => component.Label))}");
    }

    /// <summary>Somebody makes a group of a channel and lets it have a quiz every day.</summary>
    /// <param name="owner">Manages the channel.</param>
    /// <param name="channel">Where.</param>
    /// <param name="opens">When it is posted, to the minute.</param>
    /// <param name="closes">When it closes, to the minute, within a day.</param>
    /// <returns>The panel, which says that it is running.</returns>
    public static async Task<FakeMessage> SetUpQuizAsync(this FakeDiscord discord, FakeUser owner, FakeChannel channel, DateTimeOffset opens, DateTimeOffset closes)
    {
        ArgumentNullException.ThrowIfNull(discord);
        await discord.SayAsync(owner, channel, "group create", ("name", "Readers"));
        var panel = await discord.SayAsync(owner, channel, "schedule set", ("time", Clock(opens)), ("close", Clock(closes)), ("zone", "UTC"));
        foreach (var choice in (string[])["every day", "Start"])
        {
            // The panel changes where it stands.
            await (await discord.PressAsync(owner, panel, choice)).ReplyAsync();
        }

        return panel.Text.Contains("It is running.", StringComparison.Ordinal) ? panel : throw new InvalidOperationException($"It did not start: {panel.Text}");
    }

    private static FakeComponent? ButtonOf(FakeMessage message, string label) => message.Components.FirstOrDefault(component => component.Label == label);

    private static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
