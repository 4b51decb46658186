using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>Collects what is wrong in a body as Discord's tree: a path down to <c>_errors</c>.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _tree = [];

    public bool Any => _tree.Count > 0;

    /// <summary>Characters as Discord counts them: code points after trimming.</summary>
    public static int LengthOf(string text) => text.Trim().EnumerateRunes().Count();

    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A whole number, read from text or put there by the fake itself, which JsonValue keeps as the type it was.</summary>
    public static long? NumberOf(JsonNode? node) => node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number ? null
        : value.TryGetValue<long>(out var number) ? number
        : value.TryGetValue<int>(out var small) ? small : null;

    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <param name="path">Field names and indexes, joined by dots.</param>
    public void Add(string path, string code, string message)
    {
        var node = _tree;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[step] is not JsonObject next)
            {
                node[step] = next = [];
            }

            node = next;
        }

        if (node["_errors"] is not JsonArray errors)
        {
            node["_errors"] = errors = [];
        }

        errors.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void Choices(string path, string choices) => Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{choices}}}.");

    public void BadLength(string path, int least, int most) => Add(path, "BASE_TYPE_BAD_LENGTH", string.Create(CultureInfo.InvariantCulture, $"Must be between {least} and {most} in length."));

    /// <summary>A text of <paramref name="least"/> to <paramref name="most"/> characters; absent or null is an error only if required.</summary>
    public void Text(string path, JsonNode? node, int least, int most, bool isRequired = false)
    {
        if (node is null)
        {
            if (isRequired)
            {
                Required(path);
            }
        }
        else if (TextOf(node) is not { } text)
        {
            Add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
        }
        else if (LengthOf(text) is var length && (length < least || length > most))
        {
            if (least == 0)
            {
                Add(path, "BASE_TYPE_MAX_LENGTH", string.Create(CultureInfo.InvariantCulture, $"Must be {most} or fewer in length."));
            }
            else if (length == 0)
            {
                Required(path);
            }
            else
            {
                BadLength(path, least, most);
            }
        }
    }

    /// <summary>A whole number between the two, both included; absent is allowed.</summary>
    public void Number(string path, JsonNode? node, long least, long most)
    {
        if (node is not null && (NumberOf(node) is not { } number || number < least || number > most))
        {
            Add(path, "NUMBER_TYPE_RANGE", string.Create(CultureInfo.InvariantCulture, $"int value should be between {least} and {most}."));
        }
    }

    /// <summary>The entries of a list of at most <paramref name="most"/>; none if it is absent or no list.</summary>
    public IReadOnlyList<JsonObject> List(string path, JsonNode? node, int least, int most)
    {
        if (node is null)
        {
            if (least > 0)
            {
                Required(path);
            }

            return [];
        }

        if (node is not JsonArray list || list.Any(entry => entry is not JsonObject))
        {
            Add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }

        if (list.Count < least || list.Count > most)
        {
            BadLength(path, least, most);
        }

        return [.. list.OfType<JsonObject>()];
    }

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw DiscordError.InvalidForm(_tree);
        }
    }

    public override string ToString() => _tree.ToJsonString();
}
