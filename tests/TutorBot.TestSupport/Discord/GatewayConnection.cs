using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace TutorBot.TestSupport.Discord;

/// <summary>One socket of the bot's.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private const int MostBytes = 4096;

    private readonly FakeGateway _gateway;
    private readonly HttpContext _context;
    private readonly WebSocket _socket;
    private readonly Channel<(byte[]? Text, bool IsFragmented, int Code)> _outbox = Channel.CreateUnbounded<(byte[]?, bool, int)>();
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _deflater;
    private readonly CancellationTokenSource _end = new();

    public GatewayConnection(FakeGateway gateway, HttpContext context, WebSocket socket, bool isCompressed)
    {
        (_gateway, _context, _socket) = (gateway, context, socket);
        _deflater = isCompressed ? new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    public GatewaySession? Session { get; set; }

    public DateTimeOffset LastHeartbeat { get; set; }

    /// <summary>When it sent something, within the last minute.</summary>
    public Queue<DateTimeOffset> Received { get; } = [];

    public CancellationToken Ended => _end.Token;

    public bool IsClosing { get; private set; }

    public void Send(JsonObject frame, bool isFragmented = false) =>
        _outbox.Writer.TryWrite((Encoding.UTF8.GetBytes(frame.ToJsonString()), isFragmented, 0));

    public void Close(int code)
    {
        IsClosing = true;
        _outbox.Writer.TryWrite((null, false, code));
        _outbox.Writer.TryComplete();
    }

    /// <summary>Ends the TCP connection without a word.</summary>
    public void Cut()
    {
        IsClosing = true;
        _context.Abort();
        _ = _end.CancelAsync(); // Not here: what waits would go on under the caller's lock.
    }

    /// <summary>Reads and writes until one side ends it; gives the close code of the bot, or null if it gave none.</summary>
    public async Task<int?> RunAsync()
    {
        var writing = WriteAsync();
        int? code = null;
        try
        {
            code = await ReadAsync();
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException)
        {
            // The bot is gone, or the fake cut it off.
        }

        _outbox.Writer.TryComplete();
        await _end.CancelAsync();
        await writing;
        return code;
    }

    public void Dispose()
    {
        _deflater?.Dispose();
        _compressed.Dispose();
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task<int?> ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            using var message = new MemoryStream();
            ValueWebSocketReceiveResult part;
            do
            {
                await _gateway.ReadingAsync(_end.Token);
                part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                if (_socket.State == WebSocketState.CloseReceived)
                {
                    await _socket.CloseOutputAsync(_socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, "", _end.Token);
                }

                return (int?)_socket.CloseStatus;
            }

            await _gateway.ReadingAsync(_end.Token);
            if (!IsClosing)
            {
                Take(part.MessageType, message);
            }
        }
    }

    private void Take(WebSocketMessageType type, MemoryStream message)
    {
        if (message.Length > MostBytes || type != WebSocketMessageType.Text)
        {
            _gateway.Refuse(this, 4002, $"A {type} message of {message.Length} bytes.");
            return;
        }

        try
        {
            message.Position = 0;
            if (JsonNode.Parse(message) is JsonObject frame)
            {
                _gateway.Receive(this, frame);
                return;
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        _gateway.Refuse(this, 4002, "A message that is no JSON object.");
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var (text, isFragmented, code) in _outbox.Reader.ReadAllAsync(_end.Token))
            {
                if (text is null)
                {
                    await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", _end.Token);
                    _end.CancelAfter(TimeSpan.FromSeconds(5)); // A bot that does not answer the close is cut off.
                }
                else
                {
                    await SendAsync(text, isFragmented);
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The reader ends it.
        }
    }

    private async Task SendAsync(byte[] text, bool isFragmented)
    {
        var bytes = text;
        if (_deflater is not null)
        {
            _compressed.SetLength(0);
            await _deflater.WriteAsync(text, _end.Token);
            await _deflater.FlushAsync(_end.Token);
            bytes = _compressed.ToArray();
        }

        var type = _deflater is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
        var size = isFragmented ? 1000 : bytes.Length;
        for (var i = 0; i < bytes.Length; i += size)
        {
            var end = Math.Min(bytes.Length, i + size);
            await _socket.SendAsync(bytes.AsMemory(i..end), type, endOfMessage: end == bytes.Length, _end.Token);
        }
    }
}
