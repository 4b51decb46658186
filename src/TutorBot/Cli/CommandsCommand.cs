using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using TutorBot.Core.Commands;
using TutorBot.Discord;

namespace TutorBot.Cli;

/// <summary><c>tutorbot commands</c>: what the catalog of commands generates.</summary>
internal static class CommandsCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var discord = new Command("discord", "Print what is registered with Discord, as JSON");
        discord.SetAction(_ => Console.Out.WriteLine(DiscordServices.CommandDefinitions().ToJsonString(Indented)));
        var markdown = new Command("markdown", "Print the table of commands that README.md has");
        markdown.SetAction(_ => Console.Out.Write(Table()));
        return new Command("commands", "Print what the catalog of commands generates") { discord, markdown };
    }

    /// <summary>The table: one row for each command, in the order of the catalog.</summary>
    internal static string Table() => string.Concat(
        CommandCatalog.All.Select(command => $"| `{command.Example}` | {command.Summary} |\n").Prepend("| Command | Does |\n|---|---|\n"));
}
