using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Core.Retrieval;
using TutorBot.Storage;

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
        services.AddSingleton<PlaygroundPosts>().AddSingleton<PlaygroundOutbox>();
        services.AddSingleton<IPlatform>(provider => provider.GetRequiredService<PlaygroundOutbox>());
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
        app.MapGet("/", (string? person, string? channel, PlaygroundChannel messages, Retriever retriever) =>
        {
            var who = PlaygroundPerson.Find(person) ?? PlaygroundPerson.All[0];
            var room = PlaygroundRoom.Find(channel) ?? PlaygroundRoom.All[0];
            // Read first: a change that comes in between is then sent again, which shows the same.
            var last = EventId(messages, messages.LastId);
            return Results.Content(
                PlaygroundPage.Render(who, room, last, messages.After(0, room.Id, who.Id), retriever.Current.Library), "text/html; charset=utf-8");
        });
        var (css, js) = (PlaygroundPage.Asset("playground.css"), PlaygroundPage.Asset("playground.js"));
        app.MapGet("/playground.css", () => Results.Content(css, "text/css; charset=utf-8"));
        app.MapGet("/playground.js", () => Results.Content(js, "text/javascript; charset=utf-8"));
        app.MapGet("/events", Events);
        app.MapGet("/completions", (string? line, Retriever retriever) => Results.Json(
            CommandCompletion.Complete(Bounded(line), retriever.Current.Library, Completions)));
        app.MapPost("/messages", async (string? person, string? channel, HttpRequest request, PlaygroundPlatform platform, CancellationToken cancellationToken) =>
            await PostAsync(person, channel, request, platform.TypeAsync, cancellationToken)).RequireRateLimiting(Limit);
        app.MapPost("/presses", async (string? person, string? channel, string? message, HttpRequest request, PlaygroundPlatform platform, CancellationToken cancellationToken) =>
            await PostAsync(person, channel, request, (who, room, id, token) => platform.PressAsync(who, room, id, message ?? "", token), cancellationToken)).RequireRateLimiting(Limit);
    }

    private static async Task<IResult> PostAsync(
        string? person, string? channel, HttpRequest request, Func<PlaygroundPerson, PlaygroundRoom, string, CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        if (PlaygroundPerson.Find(person) is not { } who || RoomOf(channel) is not { } room)
        {
            return Results.Text("There is no such person or channel here.", statusCode: StatusCodes.Status400BadRequest);
        }

        // In UTF-8 a UTF-16 unit takes at most three bytes.
        if (request.ContentLength is null or > PlaygroundPlatform.LongestLine * 3)
        {
            return Results.Text("This is too long.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        using var reader = new StreamReader(request.Body);
        await action(who, room, Bounded(await reader.ReadToEndAsync(cancellationToken)), cancellationToken);
        return Results.NoContent();
    }

    private static IResult Events(string? person, string? channel, HttpRequest request, PlaygroundChannel messages, IHostApplicationLifetime lifetime)
    {
        if (PlaygroundPerson.Find(person) is not { } who || RoomOf(channel) is not { } room)
        {
            return Results.Text("There is no such person or channel here.", statusCode: StatusCodes.Status400BadRequest);
        }

        var last = request.Headers["Last-Event-ID"].ToString();
        if (last.Length == 0)
        {
            last = request.Query["after"].ToString();
        }

        return TypedResults.ServerSentEvents(EventsAsync(last, room.Id, who.Id, messages, lifetime.ApplicationStopping, request.HttpContext.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        string last, string room, string person, PlaygroundChannel messages, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        var parts = last.Split('.', 2);
        var isKnown = parts.Length == 2 && parts[0] == messages.Epoch;
        if (last.Length > 0 && !isKnown)
        {
            // The page is from before a restart: its numbers mean nothing here, so it starts over with what is kept.
            yield return new SseItem<string>("", "restart") { EventId = EventId(messages, 0) };
        }

        long after = 0;
        _ = isKnown && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out after);
        await foreach (var message in messages.ListenAsync(after, room, person, either.Token))
        {
            yield return new SseItem<string>(PlaygroundPage.Render(message)) { EventId = EventId(messages, message.Id) };
        }
    }

    private static PlaygroundRoom? RoomOf(string? channel) => channel is null ? PlaygroundRoom.All[0] : PlaygroundRoom.Find(channel);

    private static string EventId(PlaygroundChannel messages, long id) => string.Create(CultureInfo.InvariantCulture, $"{messages.Epoch}.{id}");

    private static string Bounded(string? text) => text is null ? "" : text[..Math.Min(text.Length, PlaygroundPlatform.LongestLine)];
}
