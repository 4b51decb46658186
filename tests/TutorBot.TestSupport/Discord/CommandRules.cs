using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TutorBot.TestSupport.Discord;

/// <summary>What Discord checks in one command that the bot registers.</summary>
internal sealed partial class CommandRules(FormErrors errors)
{
    private const int SubCommand = 1;
    private const int Group = 2;
    private const int String = 3;

    public void Check(JsonObject command, string path)
    {
        var type = FormErrors.NumberOf(command["type"]) ?? 1;
        if (type is < 1 or > 4)
        {
            errors.Choices($"{path}.type", "1, 2, 3, 4");
        }

        if (type == 1)
        {
            Name($"{path}.name", command["name"]);
            errors.Text($"{path}.description", command["description"], 1, 100, isRequired: true);
            Options(command["options"], $"{path}.options", 0);
        }
        else
        {
            errors.Text($"{path}.name", command["name"], 1, 32, isRequired: true);
            if (FormErrors.TextOf(command["description"]) is { Length: > 0 })
            {
                errors.Add($"{path}.description", "APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menu commands cannot have description");
            }
        }

        if (command["default_member_permissions"] is { } rights && !ulong.TryParse(FormErrors.TextOf(rights), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            errors.Add($"{path}.default_member_permissions", "STRING_TYPE_CONVERT", "Could not interpret value as permissions.");
        }

        AllBetween(command["contexts"], $"{path}.contexts", 2);
        AllBetween(command["integration_types"], $"{path}.integration_types", 1);
        if (Size(command) > 8000)
        {
            errors.Add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        }
    }

    /// <summary>Names, descriptions and string values, each in its longest language.</summary>
    private static int Size(JsonObject node)
    {
        var size = Longest(node, "name", "name_localizations") + Longest(node, "description", "description_localizations")
            + (FormErrors.TextOf(node["value"])?.Length ?? 0);
        return size + Inner(node, "options").Concat(Inner(node, "choices")).Sum(Size);
    }

    private static IEnumerable<JsonObject> Inner(JsonObject node, string name) => (node[name] as JsonArray ?? []).OfType<JsonObject>();

    private static int Longest(JsonObject node, string name, string localizations) => (node[localizations] as JsonObject ?? [])
        .Select(pair => FormErrors.TextOf(pair.Value)).Append(FormErrors.TextOf(node[name])).Max(text => text?.Length ?? 0);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex NamePattern();

    private void Name(string path, JsonNode? node)
    {
        errors.Text(path, node, 1, 32, isRequired: true);
        if (FormErrors.TextOf(node) is { Length: > 0 } name && !(NamePattern().IsMatch(name) && IsLowerCase(name)))
        {
            errors.Add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private static bool IsLowerCase(string name) => name.EnumerateRunes().All(rune => System.Text.Rune.ToLowerInvariant(rune) == rune);

    private void Options(JsonNode? node, string path, int depth)
    {
        var optionalSeen = false;
        var names = new HashSet<string>();
        var options = errors.List(path, node, 0, 25);
        foreach (var (i, option) in options.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.{i}");
            var type = FormErrors.NumberOf(option["type"]) ?? 0;
            Name($"{at}.name", option["name"]);
            errors.Text($"{at}.description", option["description"], 1, 100, isRequired: true);
            if (FormErrors.TextOf(option["name"]) is { } name && !names.Add(name))
            {
                errors.Add(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists in these options");
            }

            if (type is SubCommand or Group)
            {
                Nested(option, at, type, depth, options);
                continue;
            }

            if (type is < 1 or > 11)
            {
                errors.Choices($"{at}.type", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
            }

            if (FormErrors.IsTrue(option["required"]) && optionalSeen)
            {
                errors.Add(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            }

            optionalSeen |= !FormErrors.IsTrue(option["required"]);
            Value(option, at, type);
        }
    }

    private void Nested(JsonObject option, string path, long type, int depth, IReadOnlyList<JsonObject> siblings)
    {
        if (siblings.Any(other => FormErrors.NumberOf(other["type"]) is not (SubCommand or Group)))
        {
            errors.Add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }

        var inner = (option["options"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var isNestedTooDeep = type == Group ? depth > 0 : depth > 1 || inner.Any(other => FormErrors.NumberOf(other["type"]) is SubCommand or Group);
        if (isNestedTooDeep || (type == Group && inner.Any(other => FormErrors.NumberOf(other["type"]) != SubCommand)))
        {
            errors.Add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands and groups nest as command, group, sub-command only");
        }

        Options(option["options"], $"{path}.options", depth + 1);
    }

    private void Value(JsonObject option, string path, long type)
    {
        var choices = errors.List($"{path}.choices", option["choices"], 0, 25);
        foreach (var (i, choice) in choices.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.choices.{i}");
            errors.Text($"{at}.name", choice["name"], 1, 100, isRequired: true);
            if (type == String)
            {
                errors.Text($"{at}.value", choice["value"], 1, 100, isRequired: true);
            }
        }

        if (choices.Count > 0 && FormErrors.IsTrue(option["autocomplete"]))
        {
            errors.Add(path, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_WITH_CHOICES", "Autocomplete cannot be used with choices");
        }

        errors.Number($"{path}.min_length", option["min_length"], 0, 6000);
        errors.Number($"{path}.max_length", option["max_length"], 1, 6000);
    }

    private void AllBetween(JsonNode? node, string path, long most)
    {
        foreach (var (i, entry) in (node as JsonArray ?? []).Index())
        {
            if (FormErrors.NumberOf(entry) is not { } number || number < 0 || number > most)
            {
                errors.Choices(string.Create(CultureInfo.InvariantCulture, $"{path}.{i}"), most == 1 ? "0, 1" : "0, 1, 2");
            }
        }
    }
}
