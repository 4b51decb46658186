using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TutorBot.TestSupport.Schemas;

/// <summary>
/// Judges JSON by the keywords of JSON Schema 2020-12 that bodies in Discord's description use. Any other keyword is an
/// exception, so that no rule is passed over in silence.
/// </summary>
/// <param name="document">Holds the schemas; references look from its root.</param>
public sealed class JsonSchema(JsonElement document)
{
    private readonly ConcurrentDictionary<string, JsonElement> _resolved = new(StringComparer.Ordinal);

    /// <summary>What is wrong, each with the path of the value; empty: nothing.</summary>
    /// <exception cref="NotSupportedException">The schema uses a keyword or a format that is not known here.</exception>
    public IReadOnlyList<string> Validate(JsonElement value, JsonElement schema) => [.. Errors(value, schema, "$")];

    /// <summary>Lazy: who only wants to know whether there are any stops at the first.</summary>
    private IEnumerable<string> Errors(JsonElement value, JsonElement schema, string path) =>
        schema.EnumerateObject().SelectMany(rule => Errors(value, rule.Name, rule.Value, schema, path));

    private IEnumerable<string> Errors(JsonElement value, string keyword, JsonElement rule, JsonElement schema, string path) => (keyword, value.ValueKind) switch
    {
        ("$ref", _) => Errors(value, _resolved.GetOrAdd(rule.GetString() ?? "", Find), path),
        ("type", _) => Types(rule).Any(type => IsOfType(value, type)) ? [] : [$"{path}: is {value.ValueKind}, not {rule}"],
        ("enum", _) => rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? [] : [$"{path}: is none of {rule}"],
        ("const", _) => JsonElement.DeepEquals(rule, value) ? [] : [$"{path}: is not {rule}"],
        ("allOf", _) => rule.EnumerateArray().SelectMany(part => Errors(value, part, path)),
        ("anyOf", _) => rule.EnumerateArray().Any(part => Fits(value, part)) ? [] : [$"{path}: fits none of anyOf"],
        ("oneOf", _) => rule.EnumerateArray().Where(part => Fits(value, part)).Take(2).Count() == 1 ? [] : [$"{path}: does not fit exactly one of oneOf"],
        ("properties", JsonValueKind.Object) => Members(value, rule, path),
        ("required", JsonValueKind.Object) => rule.EnumerateArray().Select(name => name.GetString() ?? "").Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path}: lacks {name}"),
        ("additionalProperties", JsonValueKind.Object) => Others(value, rule, schema, path),
        ("minProperties" or "maxProperties", JsonValueKind.Object) => Limit(keyword, value.EnumerateObject().Count(), rule, path),
        ("items", JsonValueKind.Array) => value.EnumerateArray().Index().SelectMany(item => Errors(item.Item, rule, string.Create(CultureInfo.InvariantCulture, $"{path}[{item.Index}]"))),
        ("minItems" or "maxItems", JsonValueKind.Array) => Limit(keyword, value.GetArrayLength(), rule, path),
        ("uniqueItems", JsonValueKind.Array) => rule.GetBoolean() && HoldsSomethingTwice(value) ? [$"{path}: holds something twice"] : [],
        ("minLength" or "maxLength", JsonValueKind.String) => Limit(keyword, (value.GetString() ?? "").EnumerateRunes().Count(), rule, path),
        ("pattern", JsonValueKind.String) => Matches(value.GetString() ?? "", rule.GetString() ?? "") ? [] : [$"{path}: does not match {rule}"],
        ("minimum" or "maximum", JsonValueKind.Number) => Limit(keyword, value.GetDouble(), rule, path),
        ("format", _) => JsonFormats.Fits(value, rule.GetString() ?? "") ? [] : [$"{path}: is no {rule}"],
        ("properties" or "required" or "additionalProperties" or "minProperties" or "maxProperties", _) => [],
        ("items" or "minItems" or "maxItems" or "uniqueItems" or "minLength" or "maxLength" or "pattern" or "minimum" or "maximum", _) => [],
        ("title" or "description" or "contentEncoding" or "x-discord-union", _) => [], // They only explain.
        _ => throw new NotSupportedException($"The keyword {keyword} is not known here."),
    };

    private bool Fits(JsonElement value, JsonElement schema) => !Errors(value, schema, "$").Any();

    private IEnumerable<string> Members(JsonElement value, JsonElement properties, string path) => properties.EnumerateObject().SelectMany(property =>
        value.TryGetProperty(property.Name, out var member) ? Errors(member, property.Value, $"{path}.{property.Name}") : []);

    private IEnumerable<string> Others(JsonElement value, JsonElement rule, JsonElement schema, string path) => value.EnumerateObject()
        .Where(member => !(schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out _)))
        .SelectMany(member => Errors(member.Value, rule, $"{path}.{member.Name}"));

    private JsonElement Find(string reference) => reference.Split('/') is ["#", .. var names]
        ? names.Aggregate(document, (node, name) => node.GetProperty(name))
        : throw new NotSupportedException($"{reference} leads out of the document.");

    private static IEnumerable<string?> Types(JsonElement rule) =>
        rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Select(type => type.GetString()) : [rule.GetString()];

    private static bool IsOfType(JsonElement value, string? type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"The type {type} is not known here."),
    };

    private static IEnumerable<string> Limit(string keyword, double size, JsonElement rule, string path) =>
        (keyword.StartsWith("min", StringComparison.Ordinal) ? size >= rule.GetDouble() : size <= rule.GetDouble())
            ? [] : [string.Create(CultureInfo.InvariantCulture, $"{path}: {size} against {keyword} {rule}")];

    private static bool HoldsSomethingTwice(JsonElement array)
    {
        var items = array.EnumerateArray().ToList();
        return items.Index().Any(item => items.Take(item.Index).Any(other => JsonElement.DeepEquals(item.Item, other)));
    }

    /// <summary>JavaScript's $ is the end, .NET's also stands before a last line break.</summary>
    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.CultureInvariant);
}
