using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TutorBot.TestSupport.Discord;

/// <summary>Takes every request to /api/v10, one by one: faults, headers, limits, then the route's work.</summary>
internal sealed class RestServer(World world, IReadOnlyList<RestRoute> routes, FakeFaults faults, FakeRateLimits limits, string token)
{
    private const string Prefix = "/api/v10";

    public async Task HandleAsync(HttpContext context)
    {
        var (method, full) = (context.Request.Method, Uri.UnescapeDataString(context.Request.Path.Value ?? ""));
        var path = full.StartsWith(Prefix + "/", StringComparison.Ordinal) ? full[Prefix.Length..] : full;
        var steps = path.Split('/');
        var (route, parameters) = routes.Select(one => (Route: one, Parameters: path == full ? null : one.Match(method, steps)))
            .FirstOrDefault(pair => pair.Parameters is not null);
        var template = route?.Template ?? path;
        var at = world.Now;
        var fault = faults.Next(method, template);
        JsonNode? body = null;
        IReadOnlyList<FakeFile> files = [];
        IReadOnlyList<string> mistakes = [];
        RestAnswer? answer = null;
        RestFault? sent = null;
        try
        {
            (body, files) = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
            mistakes = route is null ? [] : DiscordSpecification.Validate(method, template, body is null ? null : JsonSerializer.SerializeToElement(body));
            if (fault?.Kind == RestFaultKind.Delay)
            {
                await Task.Delay(fault.Time, world.Time, context.RequestAborted);
            }

            if (limits.IsBanned(world.Now))
            {
                sent = RestFault.CloudflareBan;
            }
            else if (fault is { Kind: not (RestFaultKind.Delay or RestFaultKind.LostAnswer or RestFaultKind.ServerErrorAfterWork) })
            {
                sent = fault;
            }
            else
            {
                CheckHeaders(context, route, $"{method} {path}");
                (answer, sent) = Work(context, route, parameters ?? new Dictionary<string, string>(), body, files);
                sent = answer is { Status: < 400 } && fault?.Kind is RestFaultKind.LostAnswer or RestFaultKind.ServerErrorAfterWork ? fault : sent;
            }
        }
        catch (DiscordError error)
        {
            answer = new RestAnswer(error.Status, error.ToJson());
        }

        var status = StatusOf(sent, answer);
        Record(new RecordedRequest(
            at, method, path, template, body is null ? default : JsonSerializer.SerializeToElement(body), [.. files.Select(file => file.Name)], status,
            (int)(FormErrors.NumberOf((answer?.Body as JsonObject ?? sent?.Body)?["code"]) ?? 0), (answer?.Body as JsonObject)?["errors"]?.ToJsonString() ?? ""), sent, mistakes);
        await WriteAsync(context, answer, sent, status);
    }

    private static int StatusOf(RestFault? sent, RestAnswer? answer) => sent?.Kind switch
    {
        RestFaultKind.Cut or RestFaultKind.LostAnswer => 0,
        RestFaultKind.CloudflareBan => 429,
        { } => sent.Status,
        null => answer?.Status ?? 500,
    };

    private void CheckHeaders(HttpContext context, RestRoute? route, string what)
    {
        if (!context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            world.Violate($"{what}: the User-Agent is \"{context.Request.Headers.UserAgent}\"");
            throw DiscordError.Blocked();
        }

        if (route is null)
        {
            world.Violate($"{what}: no such route");
            throw DiscordError.NotFound();
        }

        if (route.NeedsToken && context.Request.Headers.Authorization.ToString() != $"Bot {token}")
        {
            throw DiscordError.Unauthorized();
        }
    }

    private (RestAnswer? Answer, RestFault? Sent) Work(
        HttpContext context, RestRoute? route, IReadOnlyDictionary<string, string> parameters, JsonNode? body, IReadOnlyList<FakeFile> files)
    {
        if (route is null)
        {
            throw DiscordError.NotFound();
        }

        if (!route.IsCallback)
        {
            var verdict = limits.Take(route, parameters, world.Now);
            foreach (var (name, value) in verdict.Headers)
            {
                context.Response.Headers[name] = value;
            }

            if (verdict.Scope is { } scope)
            {
                return (null, RestFault.RateLimit(scope, verdict.RetryAfter));
            }
        }

        var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        return (world.Locked(() => route.Handle(new RestCall(parameters, query, body, files))), null);
    }

    private void Record(RecordedRequest request, RestFault? sent, IReadOnlyList<string> mistakes)
    {
        if (request.Status is 401 or 403 or 429 && sent?.Scope != "shared")
        {
            limits.CountInvalid(world.Now);
        }

        IReadOnlyList<string> wrong = request.Code is 50035 or 50109 or 50006 ? [$"{request.Code} {request.Errors}", .. mistakes] : mistakes;
        if (wrong.Count > 0)
        {
            world.Violate($"{request.Method} {request.Path}: {string.Join("; ", wrong)}");
        }

        world.Locked(() =>
        {
            world.Requests.Add(request);
            world.Refused += request.Status >= 400 ? 1 : 0;
            world.Forget();
            world.Changed.Raise();
            return true;
        });
    }

    private static async Task WriteAsync(HttpContext context, RestAnswer? answer, RestFault? sent, int status)
    {
        if (status == 0)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = status;
        switch (sent?.Kind)
        {
            case RestFaultKind.CloudflareBan:
                await WriteHtmlAsync(response, "<!DOCTYPE html><html><head><title>Access denied | discord.com used Cloudflare to restrict access</title></head><body>Error 1015: You are being rate limited</body></html>");
                break;
            case RestFaultKind.ServerError or RestFaultKind.ServerErrorAfterWork:
                await WriteHtmlAsync(response, "<html><head><title>Server Error</title></head></html>");
                break;
            case RestFaultKind.RateLimit:
                await WriteLimitAsync(response, sent);
                break;
            default:
                if ((answer?.Body ?? sent?.Body) is { } body)
                {
                    await WriteJsonAsync(response, body);
                }

                break;
        }
    }

    private static async Task WriteLimitAsync(HttpResponse response, RestFault sent)
    {
        response.Headers.RetryAfter = Math.Ceiling(sent.Time.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Scope"] = sent.Scope;
        response.Headers.Via = "1.1 google";
        if (sent.Scope == "global")
        {
            response.Headers["X-RateLimit-Global"] = "true";
        }

        await WriteJsonAsync(response, new JsonObject
        {
            ["message"] = sent.Scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = Math.Round(sent.Time.TotalSeconds, 3), ["global"] = sent.Scope == "global",
        });
    }

    private static Task WriteHtmlAsync(HttpResponse response, string html)
    {
        foreach (var header in response.Headers.Keys.Where(name => name.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            response.Headers.Remove(header);
        }

        response.ContentType = "text/html; charset=UTF-8";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(html)).AsTask();
    }

    private static Task WriteJsonAsync(HttpResponse response, JsonNode body)
    {
        response.ContentType = "application/json";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToJsonString())).AsTask();
    }
}
