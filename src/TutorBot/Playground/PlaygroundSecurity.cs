using System.Security.Cryptography;
using System.Text;
using TutorBot.Settings;

namespace TutorBot.Playground;

/// <summary>Keeps other sites and other machines out of the playground.</summary>
internal sealed class PlaygroundSecurity(TutorSettings settings)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Adds the headers, and refuses a foreign Host (DNS rebinding), a foreign Origin and a wrong password.</summary>
    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        if (!IsOurHost(context.Request.Host.Host))
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "This address is not served here. Use the one that the console prints.").ConfigureAwait(false);
        }
        else if (HttpMethods.IsPost(context.Request.Method) && !IsOurOrigin(context.Request))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Requests of other sites are refused.").ConfigureAwait(false);
        }
        else if (settings.PlaygroundPassword.Length > 0 && !HasPassword(context.Request))
        {
            headers.WWWAuthenticate = "Basic realm=\"TutorBot playground\", charset=\"UTF-8\"";
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "The playground has a password (Playground:Password).").ConfigureAwait(false);
        }
        else
        {
            await next(context).ConfigureAwait(false);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>With a password any name may lead here; without one only this machine's.</summary>
    private bool IsOurHost(string host) => settings.PlaygroundPassword.Length > 0
        || host is "localhost" or "127.0.0.1" or "[::1]"
        || string.Equals(host, settings.PlaygroundUrl.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsOurOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            : request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";
    }

    private bool HasPassword(HttpRequest request)
    {
        const string Scheme = "Basic ";
        var header = request.Headers.Authorization.ToString();
        var buffer = new byte[1024];
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(header[Scheme.Length..].Trim(), buffer, out var length))
        {
            return false;
        }

        // Any user name will do: people switch on the page.
        var given = Encoding.UTF8.GetString(buffer, 0, length);
        given = given[(given.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(settings.PlaygroundPassword)));
    }
}
