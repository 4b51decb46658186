using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using TutorBot.Core.Commands;
using TutorBot.Core.Retrieval;

namespace TutorBot.Playground;

/// <summary>The playground's addresses.</summary>
internal static class PlaygroundEndpoints
{
    private const int Completions = 8;
    private const int RequestsPerPersonAndTenSeconds = 40;
    private const string Limit = "playground";

    /// <summary>What the playground needs.</summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services)
    {
        services.AddSingleton<PlaygroundChannel>();
        services.AddSingleton<PlaygroundPlatform>();
        services.AddSingleton<PlaygroundSecurity>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(Limit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Request.Query["person"].ToString(),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = RequestsPerPersonAndTenSeconds, Window = TimeSpan.FromSeconds(10) }));
        });
        return services;
    }

    /// <summary>Serves it.</summary>
    public static void MapPlayground(this WebApplication app)
    {
        var security = app.Services.GetRequiredService<PlaygroundSecurity>();
        app.Use(next => context => security.CheckAsync(context, next));
        app.UseRateLimiter();
        app.MapGet("/", (string? person, PlaygroundChannel channel, Retriever retriever) =>
        {
            var who = PlaygroundPerson.Find(person) ?? PlaygroundPerson.All[0];
            return Results.Content(PlaygroundPage.Render(who, channel.Epoch, channel.After(0, who.Id), retriever.Current.Library), "text/html; charset=utf-8");
        });
        var (css, js) = (PlaygroundPage.Asset("playground.css"), PlaygroundPage.Asset("playground.js"));
        app.MapGet("/playground.css", () => Results.Content(css, "text/css; charset=utf-8"));
        app.MapGet("/playground.js", () => Results.Content(js, "text/javascript; charset=utf-8"));
        app.MapGet("/events", Events);
        app.MapGet("/completions", (string? line, Retriever retriever) => Results.Json(
            CommandCompletion.Complete(Bounded(line), retriever.Current.Library, Completions)));
        app.MapPost("/messages", async (string? person, HttpRequest request, PlaygroundPlatform platform, CancellationToken cancellationToken) =>
            await PostAsync(person, request, platform.TypeAsync, cancellationToken)).RequireRateLimiting(Limit);
        app.MapPost("/presses", async (string? person, string? message, HttpRequest request, PlaygroundPlatform platform, CancellationToken cancellationToken) =>
            await PostAsync(person, request, (who, id, token) => platform.PressAsync(who, id, message ?? "", token), cancellationToken)).RequireRateLimiting(Limit);
    }

    private static async Task<IResult> PostAsync(
        string? person, HttpRequest request, Func<PlaygroundPerson, string, CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        if (PlaygroundPerson.Find(person) is not { } who)
        {
            return Results.Text("There is no such person here.", statusCode: StatusCodes.Status400BadRequest);
        }

        // In UTF-8 a UTF-16 unit takes at most three bytes.
        if (request.ContentLength is null or > PlaygroundPlatform.LongestLine * 3)
        {
            return Results.Text("This is too long.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        using var reader = new StreamReader(request.Body);
        await action(who, Bounded(await reader.ReadToEndAsync(cancellationToken)), cancellationToken);
        return Results.NoContent();
    }

    private static IResult Events(string? person, HttpRequest request, PlaygroundChannel channel, IHostApplicationLifetime lifetime)
    {
        if (PlaygroundPerson.Find(person) is not { } who)
        {
            return Results.Text("There is no such person here.", statusCode: StatusCodes.Status400BadRequest);
        }

        var last = request.Headers["Last-Event-ID"].ToString();
        if (last.Length == 0)
        {
            last = request.Query["after"].ToString();
        }

        return TypedResults.ServerSentEvents(EventsAsync(last, who.Id, channel, lifetime.ApplicationStopping, request.HttpContext.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        string last, string person, PlaygroundChannel channel, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        var after = channel.Find(last);
        if (after is null)
        {
            // The page shows another run of the program: it starts over. An event without data would not arrive.
            yield return new SseItem<string>("restarted", "restart") { EventId = $"{channel.Epoch}-0" };
        }

        await foreach (var message in channel.ListenAsync(after ?? 0, person, either.Token))
        {
            yield return new SseItem<string>(PlaygroundPage.Render(message))
            {
                EventId = message.Mark,
            };
        }
    }

    private static string Bounded(string? text) => text is null ? "" : text[..Math.Min(text.Length, PlaygroundPlatform.LongestLine)];
}
