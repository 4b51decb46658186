using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>What a handler answers.</summary>
/// <param name="Body">Null for none.</param>
internal sealed record RestAnswer(int Status, JsonNode? Body)
{
    public static RestAnswer NoContent { get; } = new(204, null);

    public static RestAnswer Ok(JsonNode body) => new(200, body);
}
