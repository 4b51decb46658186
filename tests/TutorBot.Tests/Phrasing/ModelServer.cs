using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TutorBot.Tests.Phrasing;

/// <summary>A local server that speaks OpenAI's chat completions, and says what the test wants.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelServer(WebApplication app) => _app = app;

    /// <summary>The bodies of the requests so far.</summary>
    public List<string> Requests { get; } = [];

    public Uri Endpoint => new(_app.Urls.First() + "/v1");

    /// <summary>Starts a server whose model replies with a text, or not at all where it is null.</summary>
    public static async Task<ModelServer> StartAsync(string? reply, int status = 200)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ModelServer(app);
        app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            lock (server.Requests)
            {
                server.Requests.Add(body);
            }

            if (reply is null)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }

            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(JsonSerializer.Serialize(new
            {
                id = "1", @object = "chat.completion", created = 1, model = "m",
                choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = reply } } },
                usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
            }));
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
