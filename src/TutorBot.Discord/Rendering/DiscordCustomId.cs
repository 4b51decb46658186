using System.Globalization;

namespace TutorBot.Discord.Rendering;

/// <summary>
/// The ids of buttons: the command, and behind it what makes the id unique in its message and names the message. They come back
/// as they were sent, from messages of any age.
/// </summary>
internal static class DiscordCustomId
{
    /// <summary>Discord's limit, in characters.</summary>
    public const int GreatestLength = 100;

    /// <summary>Stands between the command and what we add.</summary>
    private const char Separator = '\u00A6';

    /// <summary>Stands before and behind a page's number, which goes before its command.</summary>
    private const char Page = '\u00A7';

    /// <summary>Room for what makes an id unique and names its message.</summary>
    private const int MarkLength = 14;

    /// <summary>Menus carry their commands in their options.</summary>
    private const string Menu = "menu";

    /// <summary>The id of a button; without the mark where both are too long together.</summary>
    /// <param name="command">What <c>CommandCodec</c> writes.</param>
    /// <param name="number">The number of the button in its message, for one that is there twice; 0: the first.</param>
    /// <param name="mark">Names the message; empty: nothing does.</param>
    public static string Encode(string command, int number, string mark)
    {
        var repeated = number == 0 ? "" : $"{Separator}{number}";
        var full = mark.Length == 0 ? command + repeated : $"{command}{(repeated.Length == 0 ? $"{Separator}0" : repeated)}{Separator}{mark}";
        return full.Length <= GreatestLength ? full : command + repeated;
    }

    /// <summary>What shows a page of what a command shows, in the place of the command; null where it is too long.</summary>
    public static string? OfPage(string command, int page)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Page}{page}{Page}{command}");
        return text.Length <= GreatestLength - MarkLength ? text : null;
    }

    /// <summary>The command and the page of it that are wanted.</summary>
    public static (string Command, int Page) PageOf(string command)
    {
        var parts = command.Split(Page, 3);
        return parts is ["", var number, var inner] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? (inner, page) : (command, 1);
    }

    /// <summary>The id of a menu.</summary>
    public static string OfMenu(int number, string mark) => Encode(Menu, number + 1, mark);

    /// <summary>The command's text, or null: it is none.</summary>
    public static string? Decode(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var command = id.Split(Separator)[0];
        return command.Length == 0 || command == Menu ? null : command;
    }

    /// <summary>What names the message; empty: nothing does.</summary>
    public static string MarkOf(string id) => id.Split(Separator) is [_, _, var mark] ? mark : "";
}
