using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>Sends FakeDiscord exactly what a test says, right or wrong.</summary>
internal sealed class BareClient : IDisposable
{
    private readonly FakeDiscord _discord;
    private readonly HttpClient _http = new();
    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _compressed = new();
    private ZLibStream? _inflater;

    public BareClient(FakeDiscord discord)
    {
        _discord = discord;
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1.0)");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", discord.Token);
    }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public async Task<(int Status, JsonElement Body)> SendAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _discord.ApiBaseUrl + path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    /// <summary>The status and Discord's code in one.</summary>
    public async Task<(int Status, int Code)> CodeAsync(string method, string path, string? json = null)
    {
        var (status, body) = await SendAsync(method, path, json);
        return (status, body.ValueKind == JsonValueKind.Object && body.TryGetProperty("code", out var code) ? code.GetInt32() : 0);
    }

    public async Task ConnectAsync(string query = "?v=10&encoding=json")
    {
        var (_, body) = await SendAsync("GET", "/gateway/bot");
        await _socket.ConnectAsync(new Uri(body.GetProperty("url").GetString() + query), CancellationToken.None);
        if (query.Contains("zlib-stream", StringComparison.Ordinal))
        {
            _inflater = new ZLibStream(_compressed, CompressionMode.Decompress);
        }
    }

    public Task TellAsync(string json) => _socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task IdentifyAsync(int intents = 1) =>
        TellAsync($$$$"""{"op":2,"d":{"token":"{{{{_discord.Token}}}}","intents":{{{{intents}}}},"properties":{"os":"linux","browser":"x","device":"x"}}}""");

    /// <summary>The next frame, or the close code.</summary>
    public async Task<(JsonElement Frame, int Closed)> HearAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, limit.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? (default, (int)(part.CloseStatus ?? 0)) : (JsonSerializer.Deserialize<JsonElement>(Inflated(message.ToArray())), 0);
    }

    public async Task<int> CloseCodeAsync()
    {
        while (true)
        {
            var (_, closed) = await HearAsync();
            if (closed != 0)
            {
                return closed;
            }
        }
    }

    public void Dispose()
    {
        _inflater?.Dispose();
        _compressed.Dispose();
        _socket.Dispose();
        _http.Dispose();
    }

    private byte[] Inflated(byte[] bytes)
    {
        if (_inflater is null)
        {
            return bytes;
        }

        Assert.Equal([0, 0, 255, 255], bytes[^4..]);
        _compressed.SetLength(0);
        _compressed.Write(bytes);
        _compressed.Position = 0;
        var text = new byte[256 * 1024];
        var length = 0;
        while (_inflater.Read(text, length, text.Length - length) is > 0 and { } read)
        {
            length += read;
        }

        return text[..length];
    }
}
