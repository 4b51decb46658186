using System.Text.Json;
using System.Text.Json.Nodes;

namespace TutorBot.Discord.Gateway;

/// <summary>A frame of the gateway.</summary>
/// <param name="Operation">What it is about.</param>
/// <param name="Data">Its content; undefined where it has none.</param>
/// <param name="Sequence">Counts dispatches within a session; null on other frames.</param>
/// <param name="Type">What happened, as in <c>INTERACTION_CREATE</c>; empty on other frames.</param>
internal sealed record GatewayFrame(GatewayOperation Operation, JsonElement Data, long? Sequence, string Type)
{
    /// <summary>The most bytes that Discord takes of us; more is answered by closing with 4002.</summary>
    public const int GreatestLength = 4096;

    /// <summary>Reads a frame.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static GatewayFrame Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("op", out var operation) || !operation.TryGetInt32(out var number))
        {
            throw new JsonException("A frame of the gateway has no op.");
        }

        return new GatewayFrame(
            (GatewayOperation)number,
            root.TryGetProperty("d", out var data) ? data.Clone() : default,
            root.TryGetProperty("s", out var sequence) && sequence.ValueKind == JsonValueKind.Number ? sequence.GetInt64() : null,
            root.TryGetProperty("t", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() ?? "" : "");
    }

    /// <summary>A frame to send.</summary>
    public static byte[] Write(GatewayOperation operation, JsonNode? data) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["op"] = (int)operation, ["d"] = data });
}
