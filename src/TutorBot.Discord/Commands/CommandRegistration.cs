using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TutorBot.Discord.Api;

namespace TutorBot.Discord.Commands;

/// <summary>Makes Discord know our commands, and asks it for nothing where it knows them already: new ones are limited to 200 a day.</summary>
internal sealed class CommandRegistration(DiscordCalls calls, DiscordOptions options, ILogger<CommandRegistration> logger)
{
    /// <summary>What Discord adds to a command by itself, and what we leave to the server's admins.</summary>
    private static readonly string[] Compared = ["type", "name", "description", "options", "contexts", "integration_types", "required", "autocomplete", "choices", "max_length", "value"];

    /// <summary>Registers them where they differ.</summary>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public async Task RegisterAsync(string application, CancellationToken cancellationToken)
    {
        var wanted = CommandDefinitions.All(options.GuildCommands.Length == 0);
        if (!await IsRegisteredAsync(application, wanted, cancellationToken).ConfigureAwait(false))
        {
            await calls.PutCommandsAsync(application, options.GuildCommands, wanted, cancellationToken).ConfigureAwait(false);
            Log.CommandsRegistered(logger, wanted.Count);
        }
    }

    /// <summary>Whether Discord knows exactly our commands.</summary>
    public Task<bool> IsRegisteredAsync(string application, CancellationToken cancellationToken) =>
        IsRegisteredAsync(application, CommandDefinitions.All(options.GuildCommands.Length == 0), cancellationToken);

    private async Task<bool> IsRegisteredAsync(string application, JsonArray wanted, CancellationToken cancellationToken)
    {
        var known = await calls.CommandsAsync(application, options.GuildCommands, cancellationToken).ConfigureAwait(false);
        return Normal(JsonSerializer.SerializeToElement(wanted)) == Normal(known);
    }

    /// <summary>A text that is the same for definitions that mean the same: absent, null, false and empty are one.</summary>
    private static string Normal(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array when element.GetArrayLength() > 0 && element[0].ValueKind == JsonValueKind.Object && element[0].TryGetProperty("name", out _) && element[0].TryGetProperty("description", out _) =>
            $"[{string.Join(",", element.EnumerateArray().OrderBy(item => item.GetProperty("name").GetString(), StringComparer.Ordinal).Select(Normal))}]",
        JsonValueKind.Array => $"[{string.Join(",", element.EnumerateArray().Select(Normal))}]",
        JsonValueKind.Object => $"{{{string.Join(",", element.EnumerateObject()
            .Where(property => Compared.Contains(property.Name) && Normal(property.Value) is not ("" or "[]" or "False"))
            .OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => $"{property.Name}={Normal(property.Value)}"))}}}",
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => element.ToString(),
    };
}
