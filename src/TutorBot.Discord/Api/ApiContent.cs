using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace TutorBot.Discord.Api;

/// <summary>The body of a request, made anew for each try.</summary>
internal static class ApiContent
{
    /// <summary>JSON, or JSON with files; null where there is neither.</summary>
    public static HttpContent? Of(ApiRequest request)
    {
        if (request.Files.Count == 0)
        {
            return request.Body is null ? null : Json(request.Body);
        }

        var boundary = $"tutorbot{Guid.CreateVersion7():N}";
        var content = new MultipartFormDataContent(boundary);

        // Strict readers refuse what .NET writes by itself: a boundary in quotation marks, names without them.
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        Add(content, Json(request.Body ?? new JsonObject()), "payload_json", null);
        for (var i = 0; i < request.Files.Count; i++)
        {
            var file = new ReadOnlyMemoryContent(request.Files[i].Content);
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(request.Files[i].MediaType);
            Add(content, file, $"files[{i}]", request.Files[i].Name);
        }

        return content;
    }

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static void Add(MultipartFormDataContent content, HttpContent part, string name, string? fileName)
    {
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"", FileName = fileName is null ? null : $"\"{fileName}\"" };
        content.Add(part);
    }
}
