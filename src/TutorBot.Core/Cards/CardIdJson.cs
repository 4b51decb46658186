using System.Text.Json;
using System.Text.Json.Serialization;

namespace TutorBot.Core.Cards;

/// <summary>Writes a card's id to JSON as its text, and reads it back.</summary>
internal sealed class CardIdJson : JsonConverter<CardId>
{
    /// <inheritdoc/>
    public override CardId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && CardId.TryParse(reader.GetString() ?? "", out var id)
            ? id
            : throw new JsonException("A card's id reads like \"deep-learning#161\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CardId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
