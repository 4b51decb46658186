using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace TutorBot.Discord.Gateway;

/// <summary>
/// One connection to the gateway, from its opening to its end. Everything that belongs to it, the socket, the heartbeat, what
/// is acknowledged, dies with it: the next one starts clean.
/// </summary>
/// <param name="identity">Who connects.</param>
/// <param name="resumed">The session to go on with, or null: a new one is begun.</param>
/// <param name="received">Told of each dispatch, in order; returns at once.</param>
/// <param name="jitter">A number of [0, 1) that spreads first heartbeats.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to log.</param>
internal sealed class GatewayConnection(
    GatewayIdentity identity, GatewaySession? resumed, Action<string, JsonElement> received, Func<double> jitter, TimeProvider time, ILogger logger) : IDisposable
{
    private const long Never = long.MinValue;
    private const int GreatestMessage = 64 * 1024 * 1024;
    private static readonly TimeSpan OpeningTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HelloTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ReadyTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SendingTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly SendBudget _budget = new(time);
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource<ConnectionEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GatewaySession? _session = resumed;
    private long _readySince = Never;
    private volatile bool _isAcknowledged = true;
    private ITimer? _patience;

    /// <summary>Whether a session is going on.</summary>
    public bool IsReady => Volatile.Read(ref _readySince) != Never;

    /// <summary>Connects, and stays until the connection ends or <paramref name="stopping"/> asks for a clean end.</summary>
    /// <param name="url">The address of the gateway, without its query.</param>
    /// <param name="stopping">Ends the session for good.</param>
    public async Task<ConnectionEnd> RunAsync(Uri url, CancellationToken stopping)
    {
        try
        {
            using var opening = CancellationTokenSource.CreateLinkedTokenSource(stopping, _over.Token);
            using var tooLong = new CancellationTokenSource(OpeningTime, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(opening.Token, tooLong.Token);
            await _socket.ConnectAsync(WithQuery(url), either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or HttpRequestException)
        {
            stopping.ThrowIfCancellationRequested();
            return new ConnectionEnd(Again(), $"the gateway cannot be reached ({e.GetBaseException().Message.TrimEnd('.')})", _session);
        }

        _patience = time.CreateTimer(_ => Die("Discord did not say hello"), null, HelloTime, Timeout.InfiniteTimeSpan);
        // Not awaited to its end: a socket whose other side is gone may never return from reading.
        _ = ReadAsync();
        using (stopping.Register(() => _end.TrySetResult(new ConnectionEnd(NextStep.Stop, "we stop", null))))
        {
            var end = await _end.Task.ConfigureAwait(false);
            await CloseAsync(stopping.IsCancellationRequested ? CloseCode.Normal : CloseCode.ComingBack).ConfigureAwait(false);
            return end with { Session = end.Next == NextStep.Resume ? Volatile.Read(ref _session) : null, ReadyFor = IsReady ? time.GetElapsedTime(Volatile.Read(ref _readySince)) : null };
        }
    }

    public void Dispose()
    {
        _over.Cancel();
        _patience?.Dispose();
        _socket.Dispose();
        _over.Dispose();
    }

    private static Uri WithQuery(Uri url) => new UriBuilder(url) { Path = url.AbsolutePath.Length > 0 ? url.AbsolutePath : "/", Query = "v=10&encoding=json" }.Uri;

    /// <summary>A session that there is can be gone on with.</summary>
    private NextStep Again() => Volatile.Read(ref _session) is null ? NextStep.Identify : NextStep.Resume;

    private void Die(string reason) => _end.TrySetResult(new ConnectionEnd(Again(), reason, null));

    private async Task ReadAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (!_over.IsCancellationRequested)
            {
                buffer.ResetWrittenCount();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.GetMemory(4096), _over.Token).ConfigureAwait(false);
                    buffer.Advance(part.Count);
                }
                while (!part.EndOfMessage && buffer.WrittenCount < GreatestMessage);

                if (part.MessageType == WebSocketMessageType.Close)
                {
                    Closed((int?)_socket.CloseStatus);
                    return;
                }

                await HandleAsync(GatewayFrame.Parse(buffer.WrittenMemory)).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or JsonException or ObjectDisposedException or InvalidOperationException)
        {
            if (_socket.CloseStatus is { } status)
            {
                Closed((int)status);
            }
            else
            {
                Die($"the connection was lost ({e.GetBaseException().Message.TrimEnd('.')})");
            }
        }
    }

    private void Closed(int? code)
    {
        var (next, reason, pause) = CloseCode.Read(code);
        _end.TrySetResult(new ConnectionEnd(next == NextStep.Resume ? Again() : next, reason, null) { Pause = pause });
    }

    private async Task HandleAsync(GatewayFrame frame)
    {
        if (frame.Sequence is { } sequence && Volatile.Read(ref _session) is { } session)
        {
            Volatile.Write(ref _session, session with { Sequence = sequence });
        }

        switch (frame.Operation)
        {
            case GatewayOperation.Hello:
                await BeginAsync(TimeSpan.FromMilliseconds(frame.Data.GetProperty("heartbeat_interval").GetDouble())).ConfigureAwait(false);
                break;
            case GatewayOperation.HeartbeatAcknowledged:
                _isAcknowledged = true;
                break;
            case GatewayOperation.Heartbeat:
                // Asked for: at once, beside the regular ones.
                await BeatAsync().ConfigureAwait(false);
                break;
            case GatewayOperation.Reconnect:
                Die("Discord asks to connect anew");
                break;
            case GatewayOperation.InvalidSession:
                InvalidSession(frame.Data.ValueKind == JsonValueKind.True);
                break;
            case GatewayOperation.Dispatch:
                Dispatch(frame);
                break;
            default:
                break;
        }
    }

    private async Task BeginAsync(TimeSpan interval)
    {
        _patience?.Change(ReadyTime, Timeout.InfiniteTimeSpan);
        _ = KeepBeatingAsync(interval);
        await (Volatile.Read(ref _session) is { } session
            ? SendAsync(GatewayOperation.Resume, identity.Resume(session), isHeartbeat: false)
            : SendAsync(GatewayOperation.Identify, identity.Identify(), isHeartbeat: false)).ConfigureAwait(false);
    }

    private void InvalidSession(bool mayResume)
    {
        if (!mayResume)
        {
            Volatile.Write(ref _session, null);
        }

        // Discord wants a moment's rest, different for each client.
        _end.TrySetResult(new ConnectionEnd(Again(), "the session is no longer valid", null) { Pause = TimeSpan.FromSeconds(1 + (4 * jitter())) });
    }

    private void Dispatch(GatewayFrame frame)
    {
        if (frame.Type == "READY")
        {
            Volatile.Write(ref _session, new GatewaySession(
                frame.Data.GetProperty("session_id").GetString() ?? "", new Uri(frame.Data.GetProperty("resume_gateway_url").GetString() ?? ""), frame.Sequence ?? 0));
        }

        if (frame.Type is "READY" or "RESUMED")
        {
            _patience?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Volatile.Write(ref _readySince, time.GetTimestamp());
            Log.Connected(logger, identity.Shard, frame.Type);
        }

        received(frame.Type, frame.Data);
    }

    private async Task KeepBeatingAsync(TimeSpan interval)
    {
        try
        {
            await Task.Delay(interval * jitter(), time, _over.Token).ConfigureAwait(false);
            while (true)
            {
                if (!_isAcknowledged)
                {
                    Die("Discord did not acknowledge a heartbeat");
                    return;
                }

                _isAcknowledged = false;
                await BeatAsync().ConfigureAwait(false);
                await Task.Delay(interval, time, _over.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is over.
        }
    }

    private Task BeatAsync() =>
        SendAsync(GatewayOperation.Heartbeat, Volatile.Read(ref _session) is { } session ? JsonValue.Create(session.Sequence) : null, isHeartbeat: true);

    /// <summary>Sends a frame; a connection that takes none is over. Only short frames are ever sent, so none waits long behind another.</summary>
    private async Task SendAsync(GatewayOperation operation, JsonNode? data, bool isHeartbeat)
    {
        if (!_budget.TryTake(isHeartbeat))
        {
            return;
        }

        using var tooLong = new CancellationTokenSource(SendingTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, tooLong.Token);
        try
        {
            await _sending.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                await _socket.SendAsync(GatewayFrame.Write(operation, data).AsMemory(), WebSocketMessageType.Text, true, either.Token).ConfigureAwait(false);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            Die("the connection takes nothing any more");
        }
    }

    /// <summary>Says goodbye if the other side listens, for two seconds at most; then the socket is torn down.</summary>
    private async Task CloseAsync(int code)
    {
        try
        {
            using var tooLong = new CancellationTokenSource(ClosingTime, time);
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, tooLong.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // It is gone already.
        }

        await _over.CancelAsync().ConfigureAwait(false);
        _socket.Abort();
    }
}
