using System.Text.Json;

namespace TutorBot.TestSupport.Discord;

/// <summary>One request to the REST side, as it came and as it was answered.</summary>
/// <param name="At">By the fake's clock.</param>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Path">Without /api/v10.</param>
/// <param name="Template">The route with its parameters in braces, or the path if there is no such route.</param>
/// <param name="Body">Null kind (Undefined) if there was none.</param>
/// <param name="Files">The uploaded files' names.</param>
/// <param name="Status">0 if the connection was cut instead of an answer.</param>
/// <param name="Code">Discord's error code, 0 if none.</param>
/// <param name="Errors">The answer's <c>errors</c> tree as text, empty if none.</param>
public sealed record RecordedRequest(
    DateTimeOffset At, string Method, string Path, string Template, JsonElement Body, IReadOnlyList<string> Files, int Status, int Code, string Errors)
{
    /// <summary>The body's allowed_mentions, also inside a callback's data; null if the body has none.</summary>
    public JsonElement? AllowedMentions
    {
        get
        {
            if (Body.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var message = Body.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : Body;
            return message.TryGetProperty("allowed_mentions", out var mentions) ? mentions : null;
        }
    }
}
