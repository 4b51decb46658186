using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>Where Discord's description says something else than what Discord takes, and what is put there instead.</summary>
/// <param name="Schema">The schema's name in the description.</param>
/// <param name="Property">The property that it describes wrongly.</param>
/// <param name="Right">The schema that the property ought to have.</param>
/// <param name="Reason">How we know.</param>
internal sealed record DiscordSpecificationError(string Schema, string Property, string Right, string Reason)
{
    private const string PermissionsAreText =
        "The description says an integer. Discord's reference of application commands says a bit set as a string, and such come back: integers of 53 bits would lose rights.";

    private const string BitSet = """{ "type": ["string", "null"], "pattern": "^(0|[1-9][0-9]*)$" }""";

    /// <summary>All that we know.</summary>
    public static IReadOnlyList<DiscordSpecificationError> Known { get; } =
    [
        new("ApplicationCommandCreateRequest", "default_member_permissions", BitSet, PermissionsAreText),
        new("ApplicationCommandUpdateRequest", "default_member_permissions", BitSet, PermissionsAreText),
    ];

    /// <summary>Writes the right schema into the description; one that lacks the wrong one is an exception.</summary>
    public void Correct(JsonNode document)
    {
        var properties = document["components"]?["schemas"]?[Schema]?["properties"];
        if (properties?[Property] is null)
        {
            throw new InvalidDataException($"{Schema} describes no {Property} any more: {Reason}");
        }

        properties[Property] = JsonNode.Parse(Right);
    }
}
