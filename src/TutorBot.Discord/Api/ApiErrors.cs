using System.Text.Json;

namespace TutorBot.Discord.Api;

/// <summary>Reads what Discord says of a request that it refused.</summary>
internal static class ApiErrors
{
    private const int Most = 20;

    /// <summary>The code, the message, and what is wrong with which field.</summary>
    public static (int Code, string Message, IReadOnlyList<string> Errors, TimeSpan? RetryAfter) Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                var errors = new List<string>();
                if (root.TryGetProperty("errors", out var tree))
                {
                    Collect(tree, "", errors);
                }

                return (
                    root.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : 0,
                    root.TryGetProperty("message", out var message) ? message.ToString() : "",
                    errors,
                    root.TryGetProperty("retry_after", out var wait) && wait.TryGetDouble(out var seconds) && seconds is >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds) : null);
            }
        }
        catch (JsonException)
        {
            // What stands before Discord answers in HTML.
        }

        return (0, "an answer that is not Discord's", [], null);
    }

    /// <summary>The tree has a level for each part of the path; at its leaves <c>_errors</c>.</summary>
    private static void Collect(JsonElement tree, string path, List<string> errors)
    {
        if (tree.ValueKind != JsonValueKind.Object || errors.Count >= Most)
        {
            return;
        }

        foreach (var part in tree.EnumerateObject())
        {
            if (part.Name == "_errors" && part.Value.ValueKind == JsonValueKind.Array)
            {
                errors.AddRange(part.Value.EnumerateArray().Select(error => $"{path}: {(error.TryGetProperty("message", out var message) ? message.ToString() : "")}"));
            }
            else
            {
                Collect(part.Value, path.Length == 0 ? part.Name : int.TryParse(part.Name, out _) ? $"{path}[{part.Name}]" : $"{path}.{part.Name}", errors);
            }
        }
    }
}
