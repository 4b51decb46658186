using System.Text.Json.Nodes;
using TutorBot.Core.Commands;

namespace TutorBot.Discord.Commands;

/// <summary>
/// The catalog's commands as Discord registers them: <c>group captain add</c> is a subcommand of a group of a command. Who may
/// do what is no matter of Discord's rights, so no <c>default_member_permissions</c>: every handler checks. Source: Discord's
/// application commands page.
/// </summary>
internal static class CommandDefinitions
{
    private const int ChatInput = 1;
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;
    private const int Text = 3;

    /// <summary>The longest text that a person may type into an option.</summary>
    private const int LongestText = 2000;

    /// <summary>All of them.</summary>
    /// <param name="isGlobal">Whether for all servers and direct messages; else for one server, where contexts mean nothing.</param>
    public static JsonArray All(bool isGlobal)
    {
        var commands = new JsonArray();
        foreach (var command in CommandCatalog.All.GroupBy(info => info.Name.Split(' ')[0]))
        {
            var definition = new JsonObject { ["type"] = ChatInput, ["name"] = command.Key };
            if (command.ToList() is [{ } only] && only.Name == command.Key)
            {
                Describe(definition, only);
            }
            else
            {
                definition["description"] = Summary(command.Select(info => info.Summary));
                definition["options"] = Subcommands(command, 1);
            }

            if (isGlobal)
            {
                definition["contexts"] = new JsonArray(0, 1);
                definition["integration_types"] = new JsonArray(0);
            }

            commands.Add(Localised(definition));
        }

        return commands;
    }

    private static JsonArray Subcommands(IEnumerable<CommandInfo> commands, int depth)
    {
        var options = new JsonArray();
        foreach (var part in commands.GroupBy(info => info.Name.Split(' ')[depth]))
        {
            var option = new JsonObject { ["name"] = part.Key };
            if (part.All(info => info.Name.Split(' ').Length > depth + 1))
            {
                (option["type"], option["description"], option["options"]) = (SubcommandGroup, Summary(part.Select(info => info.Summary)), Subcommands(part, depth + 1));
            }
            else
            {
                option["type"] = Subcommand;
                Describe(option, part.First());
            }

            options.Add(Localised(option));
        }

        return options;
    }

    private static void Describe(JsonObject definition, CommandInfo info)
    {
        definition["description"] = info.Summary;
        var options = new JsonArray();
        foreach (var option in info.Options.OrderByDescending(option => option.IsRequired))
        {
            var described = new JsonObject { ["type"] = Text, ["name"] = option.Name, ["description"] = option.Description, ["required"] = option.IsRequired };
            switch (option.Kind)
            {
                case CommandOptionKind.Choice:
                    described["choices"] = new JsonArray([.. option.Choices.Select(choice => new JsonObject { ["name"] = choice, ["value"] = choice })]);
                    break;
                case CommandOptionKind.Card:
                    (described["autocomplete"], described["max_length"]) = (true, 100);
                    break;
                default:
                    described["max_length"] = LongestText;
                    break;
            }

            options.Add(Localised(described));
        }

        definition["options"] = options;
    }

    /// <summary>With the places for translations, of which there are none yet: Discord shows the names and descriptions as they are.</summary>
    private static JsonObject Localised(JsonObject definition)
    {
        (definition["name_localizations"], definition["description_localizations"]) = (null, null);
        return definition;
    }

    /// <summary>Never shown by Discord for a command with subcommands, but wanted.</summary>
    private static string Summary(IEnumerable<string> summaries)
    {
        var text = string.Join("; ", summaries);
        return text.Length <= 100 ? text : text[..99] + "…";
    }
}
