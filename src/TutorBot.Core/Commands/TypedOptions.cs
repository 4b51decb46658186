using System.Text.RegularExpressions;

namespace TutorBot.Core.Commands;

/// <summary>The arguments of a typed command: <c>name:value</c> pairs in any order, and what stands outside them.</summary>
internal sealed partial class TypedOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private TypedOptions(string rest) => Rest = rest;

    /// <summary>What is no pair.</summary>
    public string Rest { get; }

    /// <summary>The value of an option, or null; without quotation marks.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The names written that are not among those known.</summary>
    public IReadOnlyList<string> Unknown { get; private init; } = [];

    /// <summary>Options that are told apart already.</summary>
    public static TypedOptions Of(IReadOnlyDictionary<string, string> values)
    {
        var options = new TypedOptions("");
        foreach (var (name, value) in values)
        {
            options._values[name] = value.Trim();
        }

        return options;
    }

    /// <summary>Reads a line. A value ends at the next option, or at its closing quotation mark.</summary>
    public static TypedOptions Read(string arguments, IReadOnlyList<string> names)
    {
        var matches = Option().Matches(arguments).ToList();
        var unknown = new List<string>();
        var first = matches.Count == 0 ? arguments.Length : matches[0].Index;
        var options = new TypedOptions(arguments[..first].Trim()) { Unknown = unknown };
        for (var i = 0; i < matches.Count; i++)
        {
            var name = matches[i].Groups["name"].Value;
            var end = i + 1 < matches.Count ? matches[i + 1].Index : arguments.Length;
            var value = arguments[(matches[i].Index + matches[i].Length)..end].Trim().Trim('"', '“', '”').Trim();
            if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                options._values[name] = value;
            }
            else
            {
                unknown.Add(name);
            }
        }

        return options;
    }

    [GeneratedRegex(@"(?<=^|\s)(?<name>[a-zA-Z]+):(?=\S)")]
    private static partial Regex Option();
}
