using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace TutorBot.TestSupport.Discord;

/// <summary>Reads a request's JSON and files.</summary>
internal static partial class RequestReader
{
    private const int MostBytes = 25 * 1024 * 1024;

    public static async Task<(JsonNode? Body, IReadOnlyList<FakeFile> Files)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length > MostBytes)
        {
            throw DiscordError.TooLarge();
        }

        if (buffer.Length == 0)
        {
            return (null, []);
        }

        buffer.Position = 0;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            throw WrongContentType(request.ContentType);
        }

        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return (Parse(buffer), []);
        }

        return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } boundary
            ? await ReadPartsAsync(buffer, boundary, cancellationToken)
            : throw WrongContentType(request.ContentType);
    }

    private static async Task<(JsonNode? Body, IReadOnlyList<FakeFile> Files)> ReadPartsAsync(Stream stream, string boundary, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, stream);
        JsonNode? body = null;
        var files = new List<FakeFile>();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellationToken);
            content.Position = 0;
            var disposition = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var parsed) ? parsed : null;
            var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Value ?? "";
            if (name == "payload_json")
            {
                body = Parse(content);
            }
            else if (FilePart().Match(name) is { Success: true } match && HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default).Value is { Length: > 0 } fileName)
            {
                files.Add(new FakeFile(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), fileName, section.ContentType ?? "application/octet-stream", content.ToArray()));
            }
            else
            {
                var errors = new FormErrors();
                errors.Add(name.Length == 0 ? "parts" : name.Replace('.', '_'), "MULTIPART_UNKNOWN_PART", "Parts are payload_json and files[n] with a filename");
                errors.ThrowIfAny();
            }
        }

        return (body, files);
    }

    private static JsonNode? Parse(MemoryStream stream)
    {
        try
        {
            return JsonNode.Parse(stream);
        }
        catch (JsonException)
        {
            throw DiscordError.InvalidJson();
        }
    }

    private static DiscordError WrongContentType(string? type) => DiscordError.InvalidForm(new JsonObject
    {
        ["_errors"] = new JsonArray(new JsonObject { ["code"] = "CONTENT_TYPE_INVALID", ["message"] = $"Expected \"Content-Type\" header to be one of {{application/json, multipart/form-data}}, not {type}." }),
    });

    [GeneratedRegex(@"^files\[(\d+)\]$")]
    private static partial Regex FilePart();
}
