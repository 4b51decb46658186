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
