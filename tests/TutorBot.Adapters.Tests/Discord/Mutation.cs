using System.Text.Json.Nodes;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>Breaks a body in one place, mostly so that it no longer fits.</summary>
internal static class Mutation
{
    private static readonly string[] Values =
    [
        "null", "true", "{}", "[]", "-1", "0", "1.0", "3", "40", "0.5", "2147483648", "4294967296", "9007199254740992", "1e300", "[0,0]", "[1,1.0]",
        "\"\"", "\"0\"", "\"01\"", "\"18446744073709551616\"", "\"12\\n\"", "\"https://example.org/%20?q#f\"", "\"https://example.org/a b\"", "\"no address\"",
        "\"2026-11-27T12:00:00+01:00\"", "\"2026-02-30T12:00:00Z\"", "\"2026-11-27\"", "\"rich\"", "\"users\"",
    ];

    /// <summary>The limits that the description knows most.</summary>
    private static readonly int[] Lengths = [25, 32, 45, 80, 100, 150, 256, 1024, 2048, 4000, 4096];

    /// <summary>Lets a member lack, repeats a value, or puts another in its place.</summary>
    public static void Apply(JsonNode body, Random random)
    {
        var places = Descendants(body).ToList();
        var place = places[random.Next(places.Count)];
        switch (random.Next(6))
        {
            case 0 when place.Parent is JsonObject parent:
                parent.Remove(place.GetPropertyName());
                break;
            case 1:
                place.ReplaceWith(new JsonArray([.. Enumerable.Range(0, random.Next(1, 45)).Select(_ => place.DeepClone())]));
                break;
            case 2 when place is JsonArray { Count: > 0 } array:
                for (var i = random.Next(1, 45); i > 0; i--)
                {
                    array.Add(array[0]?.DeepClone());
                }

                break;
            case 3:
                // At a limit and beyond it, in letters of two units each.
                var length = Lengths[random.Next(Lengths.Length)] + random.Next(2);
                place.ReplaceWith(string.Concat(Enumerable.Repeat("😀", length)));
                break;
            default:
                place.ReplaceWith(JsonNode.Parse(Values[random.Next(Values.Length)]));
                break;
        }
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(child => Descendants(child).Prepend(child));
    }
}
