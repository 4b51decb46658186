using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>The server's side of one connection.</summary>
internal sealed class GatewayPeer(WebSocket socket, string path, Action abort)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The path that was connected to.</summary>
    public string Path => path;

    /// <summary>Until the connection is over.</summary>
    public Task Over => _over.Task;

    /// <summary>The code with which the client closed; null before.</summary>
    public int? ClosedWith => (int?)socket.CloseStatus;

    /// <summary>Says hello, with a heartbeat every so often.</summary>
    public Task HelloAsync(int milliseconds = 40_000) => SendAsync($$"""{"op":10,"d":{"heartbeat_interval":{{milliseconds}}},"s":null,"t":null}""");

    /// <summary>Begins a session whose connections are resumed by <c>/resume</c>.</summary>
    public Task ReadyAsync(ScriptedGateway gateway, int sequence = 1) => SendAsync(
        $$$"""{"op":0,"s":{{{sequence}}},"t":"READY","d":{"session_id":"session","resume_gateway_url":"{{{gateway.Url}}}resume","v":10}}""");

    /// <summary>Something happened.</summary>
    public Task DispatchAsync(int sequence, string type, string data = "{}") => SendAsync($$"""{"op":0,"s":{{sequence}},"t":"{{type}}","d":{{data}}}""");

    /// <summary>Sends a frame, in pieces of so many bytes.</summary>
    public async Task SendAsync(string json, int pieces = int.MaxValue)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        for (var from = 0; from < bytes.Length; from += pieces)
        {
            var length = Math.Min(pieces, bytes.Length - from);
            await socket.SendAsync(bytes.AsMemory(from, length), WebSocketMessageType.Text, from + length == bytes.Length, CancellationToken.None);
        }
    }

    /// <summary>The next frame of the client; undefined where it closed instead.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        using var tooLong = new CancellationTokenSource(Patience);
        var buffer = new byte[8192];
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            try
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), tooLong.Token);
            }
            catch (WebSocketException)
            {
                return default;
            }

            length += part.Count;
        }
        while (!part.EndOfMessage);

        return part.MessageType == WebSocketMessageType.Close ? default : JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement;
    }

    /// <summary>The next frame, which must be of that kind.</summary>
    public async Task<JsonElement> ReceiveAsync(int operation)
    {
        var frame = await ReceiveAsync();
        Assert.Equal(operation, frame.GetProperty("op").GetInt32());
        return frame.GetProperty("d");
    }

    /// <summary>Closes with a code.</summary>
    public async Task CloseAsync(int code)
    {
        await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);
        _over.TrySetResult();
    }

    /// <summary>Cuts the connection without a word.</summary>
    public void Cut()
    {
        abort();
        _over.TrySetResult();
    }
}
