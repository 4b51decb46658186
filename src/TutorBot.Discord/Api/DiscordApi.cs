using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace TutorBot.Discord.Api;

/// <summary>Sends requests to Discord: within its limits, again where that cannot do anything twice.</summary>
internal sealed class DiscordApi
{
    /// <summary>The name of the client of <see cref="IHttpClientFactory"/>.</summary>
    public const string ClientName = "discord";
    private const int Tries = 3;
    private const int MostLimited = 5;
    private static readonly TimeSpan LongestLimit = TimeSpan.FromMinutes(1);

    private readonly IHttpClientFactory _clients;
    private readonly DiscordOptions _options;
    private readonly RequestLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger<DiscordApi> _logger;
    private readonly ResiliencePipeline<JsonElement> _retry;
    private volatile bool _isTokenDead;

    /// <summary>Makes one.</summary>
    /// <param name="clients">Connections.</param>
    /// <param name="options">Where to, and as whom.</param>
    /// <param name="jitter">A number of [0, 1) that spreads retries.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where to log.</param>
    public DiscordApi(IHttpClientFactory clients, DiscordOptions options, Func<double> jitter, TimeProvider time, ILogger<DiscordApi> logger)
    {
        (_clients, _options, _time, _logger) = (clients, options, time, logger);
        _limits = new RequestLimits(time, logger);
        _retry = new ResiliencePipelineBuilder<JsonElement> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<JsonElement>
        {
            MaxRetryAttempts = Tries,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Randomizer = jitter,
            ShouldHandle = new PredicateBuilder<JsonElement>().Handle<DiscordException>(e => e.Status is null or >= HttpStatusCode.InternalServerError),
            OnRetry = arguments =>
            {
                Log.Retried(logger, (arguments.Outcome.Exception as DiscordException)?.Route ?? "", arguments.Outcome.Exception?.Message ?? "");
                return default;
            },
        }).Build();
    }

    /// <summary>Sends a request, and again where it may be.</summary>
    /// <returns>The answer; undefined where it has no body.</returns>
    /// <exception cref="DiscordException">It was refused, or Discord could not be reached.</exception>
    public async Task<JsonElement> SendAsync(ApiRequest request, CancellationToken cancellationToken) => request.IsRepeatable
        ? await _retry.ExecuteAsync(async token => await SendOnceAsync(request, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)
        : await SendOnceAsync(request, cancellationToken).ConfigureAwait(false);

    /// <summary>One try; waits that Discord asks for are none.</summary>
    private async Task<JsonElement> SendOnceAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        for (var limited = 0; ; limited++)
        {
            if (_isTokenDead && !request.IsByInteraction)
            {
                throw new DiscordException(request.Route.Name, HttpStatusCode.Unauthorized, 0, "Discord does not accept the token.", []);
            }

            TimeSpan wait;
            if (request.IsByInteraction)
            {
                _limits.ThrowIfBlocked(request.Route);
                var (answer, limit) = await TryAsync(request, cancellationToken).ConfigureAwait(false);
                if (limit is not { } pause)
                {
                    return answer;
                }

                wait = pause;
            }
            else
            {
                using var turn = await _limits.EnterAsync(request.Route, cancellationToken).ConfigureAwait(false);
                var (answer, limit) = await TryAsync(request, cancellationToken).ConfigureAwait(false);
                if (limit is not { } pause)
                {
                    return answer;
                }

                wait = pause;
            }

            if (limited >= MostLimited || wait > LongestLimit)
            {
                throw new DiscordException(request.Route.Name, HttpStatusCode.TooManyRequests, 0, $"Discord limits this for {wait.TotalSeconds:0} s.", []);
            }

            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends once: the answer, or how long to wait.</summary>
    private async Task<(JsonElement Answer, TimeSpan? Limit)> TryAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var route = request.Route;
        using var message = new HttpRequestMessage(route.Method, new Uri($"{_options.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}{route.Path}{(request.Query.Length == 0 ? "" : $"?{request.Query}")}"));
        message.Content = ApiContent.Of(request);
        message.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://tutorbot.example, 1.0)");
        if (!request.IsByInteraction)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", _options.Token);
        }

        using var tooLong = new CancellationTokenSource(request.TimeLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        HttpResponseMessage answer;
        string body;
        try
        {
            answer = await _clients.CreateClient(ClientName).SendAsync(message, either.Token).ConfigureAwait(false);
            body = await answer.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new DiscordException(route.Name, null, 0, tooLong.IsCancellationRequested ? "Discord did not answer in time." : $"Discord could not be reached ({e.GetBaseException().Message.TrimEnd('.')}).", [], e);
        }

        using (answer)
        {
            return Read(request, answer, body);
        }
    }

    private (JsonElement Answer, TimeSpan? Limit) Read(ApiRequest request, HttpResponseMessage answer, string body)
    {
        if (answer.IsSuccessStatusCode)
        {
            _limits.Note(request.Route, answer, 0, null);
            return (Parse(request.Route, answer.StatusCode, body), null);
        }

        var (code, message, errors, retryAfter) = ApiErrors.Read(body);
        if (_limits.Note(request.Route, answer, code, retryAfter) is { } wait)
        {
            return (default, wait);
        }

        var refused = new DiscordException(request.Route.Name, answer.StatusCode, code, message, errors);
        _isTokenDead |= refused.IsTokenDead && !request.IsByInteraction;
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            // A mistake of ours: what and where, never the text.
            Log.Refused(_logger, request.Route.Name, $"({code}) {message} {string.Join("; ", errors)}");
        }

        throw refused;
    }

    private static JsonElement Parse(ApiRoute route, HttpStatusCode status, string body)
    {
        if (body.Length == 0)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new DiscordException(route.Name, status, 0, "an answer that is not JSON", [], e);
        }
    }
}
