using System.Text.RegularExpressions;
using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Commands;

/// <summary>Turns a typed line into a command.</summary>
public static partial class CommandParser
{
    private const int NearEnough = 2;

    /// <summary>
    /// Reads a line: <c>/card softmax</c>, <c>/compare LSTM GRU</c>, <c>/compare "batch norm" "layer norm"</c>; a line
    /// without a slash is a question. Never throws.
    /// </summary>
    public static ParsedCommand Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = line.Trim();
        if (!text.StartsWith('/'))
        {
            return new ParsedCommand(new Ask(text), null);
        }

        var rest = text[1..].Trim();
        var info = CommandCatalog.All
            .OrderByDescending(command => command.Name.Length)
            .FirstOrDefault(command => IsCalled(command.Name, rest));
        return info is null ? Unknown(rest) : Read(info, rest[info.Name.Length..].Trim());
    }

    /// <summary>Reads a command whose options the platform has told apart already.</summary>
    /// <param name="name">The command's name, as in <c>group join</c>.</param>
    /// <param name="values">What was given, by the option's name.</param>
    public static ParsedCommand Read(string name, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        if (CommandCatalog.All.FirstOrDefault(command => command.Name == name) is not { } info)
        {
            return Unknown(name);
        }

        var given = info.Options.Where(option => values.ContainsKey(option.Name)).Select(option => values[option.Name].Trim()).ToList();
        return name == "compare" && given.Count == 2
            ? new ParsedCommand(new Compare(given[0], given[1]), null)
            : Read(info, string.Join(' ', given), TypedOptions.Of(values));
    }

    private static bool IsCalled(string name, string rest) =>
        rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || char.IsWhiteSpace(rest[name.Length]));

    private static ParsedCommand Read(CommandInfo info, string arguments) =>
        Read(info, arguments, TypedOptions.Read(arguments, [.. info.Options.Select(option => option.Name)]));

    private static ParsedCommand Read(CommandInfo info, string arguments, TypedOptions options)
    {
        if (arguments.Length == 0 && info.Options.Any(option => option.IsRequired))
        {
            var needed = info.Options.Count > 1 ? "two cards" : $"a {info.Options[0].Name}";
            return new ParsedCommand(null, $"/{info.Name} needs {needed}, as in {info.Example}.");
        }

        return info.Name switch
        {
            "ask" => new ParsedCommand(new Ask(arguments), null),
            "card" => new ParsedCommand(new LookUpCard(Unquoted(arguments)), null),
            "compare" => Sides(arguments) is var (first, second)
                ? new ParsedCommand(new Compare(first, second), null)
                : new ParsedCommand(null, $"/compare needs two cards, as in {info.Example} or /compare \"batch norm\" \"layer norm\"."),
            "decks" => new ParsedCommand(new ListDecks(), null),
            "deck lint" => new ParsedCommand(new LintDecks(), null),
            _ => StudyParser.Read(info, arguments, options) ?? new ParsedCommand(new Help(), null),
        };
    }

    /// <summary>Two sides: in quotation marks, around "vs" or a comma, or one word and the rest.</summary>
    private static (string First, string Second)? Sides(string arguments)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[Quoted(), Separated(), Words()])
        {
            if (pattern.Match(arguments) is { Success: true } match)
            {
                return (Unquoted(match.Groups["a"].Value), Unquoted(match.Groups["b"].Value));
            }
        }

        return null;
    }

    private static string Unquoted(string text) => text.Trim().Trim('"', '“', '”').Trim();

    private static ParsedCommand Unknown(string typed)
    {
        var word = typed.Split(' ', 2)[0].ToLowerInvariant();
        var nearest = CommandCatalog.All.FirstOrDefault(command =>
            word.Length > 0 && OptimalStringAlignment.Distance(word, command.Name.Split(' ')[0], NearEnough) <= NearEnough);
        var hint = nearest is null ? "/help lists the commands." : $"Did you mean /{nearest.Name}? /help lists the commands.";
        return new ParsedCommand(null, $"There is no such command. {hint}");
    }

    [GeneratedRegex("""^["“](?<a>[^"“”]+)["”]\s*(?:vs\.?|and|,)?\s*["“]?(?<b>[^"“”]+)["”]?$|^(?<a>\S+)\s+["“](?<b>[^"“”]+)["”]$""", RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?<a>.+?)(?:\s+(?:vs\.?|versus|and|with|to)\s+|\s*,\s*)(?<b>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Separated();

    [GeneratedRegex(@"^(?<a>\S+)\s+(?<b>.+)$")]
    private static partial Regex Words();
}
