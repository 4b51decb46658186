using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TutorBot.TestSupport.Discord;

/// <content>What goes over the sockets.</content>
public sealed partial class FakeGateway
{
    private const long Privileged = (1 << 1) | (1 << 8) | (1 << 15);
    private const long KnownIntents = (1 << 26) - 1;

    internal IEnumerable<RestRoute> Routes =>
    [
        new("GET", "/gateway", _ => RestAnswer.Ok(new JsonObject { ["url"] = Address + "gateway" }), NeedsToken: false),
        new("GET", "/gateway/bot", _ => RestAnswer.Ok(new JsonObject
        {
            ["url"] = Address + "gateway", ["shards"] = Shards,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = 1000, ["remaining"] = Math.Max(0, Remaining), ["reset_after"] = (long)ResetAfter.TotalMilliseconds, ["max_concurrency"] = MaxConcurrency,
            },
        })),
    ];

    internal async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 400;
            return;
        }

        var query = context.Request.Query;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new GatewayConnection(this, context, socket, query["compress"] == "zlib-stream");
        _world.Locked(() =>
        {
            Opened++;
            _connections.Add(connection);
            PathsOfBot.Add((context.Request.Path.Value ?? "").TrimEnd('/'));
            connection.LastHeartbeat = _world.Now;
            if (query["v"] != "10" || query["encoding"] != "json" || query["compress"].ToString() is not ("" or "zlib-stream"))
            {
                Refuse(connection, 4012, $"Connected with {context.Request.QueryString}.");
            }
            else if (SendsHello)
            {
                connection.Send(Frame(10, new JsonObject { ["heartbeat_interval"] = (int)HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray() }));
            }

            _world.Changed.Raise();
            return true;
        });
        var watching = WatchAsync(connection);
        var code = await connection.RunAsync();
        await watching;
        _world.Locked(() => Forget(connection, code));
    }

    internal Task ReadingAsync(CancellationToken cancellationToken) => Volatile.Read(ref _reading).Task.WaitAsync(cancellationToken);

    internal void Receive(GatewayConnection connection, JsonObject frame) => _world.Locked(() =>
    {
        connection.Received.Enqueue(_world.Now);
        while (_world.Now - connection.Received.Peek() > TimeSpan.FromSeconds(60))
        {
            connection.Received.Dequeue();
        }

        var op = FormErrors.NumberOf(frame["op"]);
        if (connection.Received.Count > 120)
        {
            Refuse(connection, 4008, "More than 120 messages in a minute.");
        }
        else if (op == 1)
        {
            Beat(connection);
        }
        else if (op is 2 or 6 && connection.Session is not null)
        {
            End(connection.Session);
            Refuse(connection, 4005, "Identified twice.");
        }
        else if (op == 2)
        {
            Identify(connection, frame["d"] as JsonObject ?? []);
        }
        else if (op == 6)
        {
            Resume(connection, frame["d"] as JsonObject ?? []);
        }
        else if (op is 3 or 4 or 8 or 31 or 43)
        {
            if (connection.Session is null)
            {
                Refuse(connection, 4003, $"Op {op} before identify.");
            }
        }
        else
        {
            Refuse(connection, 4001, $"Op {frame["op"]}.");
        }

        _world.Changed.Raise();
        return true;
    });

    /// <summary>Closes a socket because the bot broke the protocol.</summary>
    internal void Refuse(GatewayConnection connection, int code, string why)
    {
        _world.Violate(string.Create(CultureInfo.InvariantCulture, $"gateway {code}: {why}"));
        Drop(connection, code);
    }

    private static TaskCompletionSource Reading()
    {
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        reading.SetResult();
        return reading;
    }

    private static JsonObject Frame(int op, JsonNode? data) => new() { ["t"] = null, ["s"] = null, ["op"] = op, ["d"] = data };

    private int Dispatch(string name, JsonObject data, string? guildId, int intents) => _world.Locked(() =>
    {
        var takers = _sessions.Where(session => session.Takes(guildId, intents)).ToList();
        takers.ForEach(session => session.Dispatch(name, data.DeepClone(), SendsTwice ? 2 : 1, isSent: !LosesEvents));
        return takers.Count;
    });

    private void Each(Action<GatewayConnection> action) => _world.Locked(() =>
    {
        _connections.ToList().ForEach(action);
        return true;
    });

    private void Drop(GatewayConnection connection, int code)
    {
        if (code is 4003 or 4004 or 4005 or 4007 or 4009 or 4010 or 4011 or 4012 or 4013 or 4014)
        {
            End(connection.Session);
        }

        Detach(connection);
        connection.Close(code);
    }

    private void Detach(GatewayConnection connection)
    {
        if (connection.Session is { } session && session.Connection == connection)
        {
            (session.Connection, session.AloneSince) = (null, _world.Now);
        }

        connection.Session = null;
    }

    private void End(GatewaySession? session)
    {
        if (session is not null)
        {
            _sessions.Remove(session);
        }
    }

    private bool Forget(GatewayConnection connection, int? code)
    {
        if (code is 1000 or 1001)
        {
            End(connection.Session);
        }

        if (!connection.IsClosing)
        {
            CodesOfBot.Add(code ?? 0);
        }

        Detach(connection);
        _connections.Remove(connection);
        _world.Changed.Raise();
        return true;
    }

    private void Invalidate(GatewayConnection connection, bool isResumable)
    {
        if (!isResumable)
        {
            End(connection.Session);
        }

        Detach(connection);
        connection.Send(Frame(9, isResumable));
    }

    private void Beat(GatewayConnection connection)
    {
        Heartbeats++;
        connection.LastHeartbeat = _world.Now;
        if (AcknowledgesHeartbeats)
        {
            connection.Send(Frame(11, null));
        }
    }

    private void Identify(GatewayConnection connection, JsonObject data)
    {
        Identifies++;
        LastIdentify = JsonSerializer.SerializeToElement(data);
        var (shard, shards) = data["shard"] is JsonArray { Count: 2 } pair ? ((int)(FormErrors.NumberOf(pair[0]) ?? -1), (int)(FormErrors.NumberOf(pair[1]) ?? 0)) : (0, 1);
        var intents = FormErrors.NumberOf(data["intents"]);
        var code = ClosesOnIdentify != 0 ? ClosesOnIdentify
            : !HasToken(data) ? 4004
            : data["properties"] is not JsonObject properties || ((string[])["os", "browser", "device"]).Any(name => FormErrors.TextOf(properties[name]) is null) ? 4002
            : intents is null or < 0 or > KnownIntents ? 4013
            : !AllowsPrivilegedIntents && (intents & Privileged) != 0 ? 4014
            : shard < 0 || shard >= shards ? 4010
            : RequiresShards && data["shard"] is null ? 4011
            : Remaining <= 0 ? 4004 : 0;
        if (code != 0)
        {
            Refuse(connection, code, "Identify.");
            return;
        }

        var bucket = shard % Math.Max(1, MaxConcurrency);
        if (_lastIdentify.TryGetValue(bucket, out var last) && _world.Now - last < IdentifyInterval)
        {
            _world.Violate("gateway: more identifies than max_concurrency in 5 s");
            connection.Send(Frame(9, false));
            return;
        }

        _lastIdentify[bucket] = _world.Now;
        Remaining--;
        var session = new GatewaySession(_world.NextSecret(), shard, shards, intents ?? 0);
        _sessions.Add(session);
        (connection.Session, session.Connection) = (session, connection);
        if (SendsReady)
        {
            Greet(session, data["shard"] is null ? null : new JsonArray(shard, shards));
        }
    }

    private bool HasToken(JsonObject data) => FormErrors.TextOf(data["token"]) is { } token && (token == _token || token == $"Bot {_token}");

    private void Greet(GatewaySession session, JsonArray? shard)
    {
        var guilds = _world.Guilds.Values.Where(guild => !guild.IsGone && session.Takes(guild.Id, 0)).ToList();
        var ready = new JsonObject
        {
            ["v"] = 10, ["user_settings"] = new JsonObject(), ["user"] = _world.Bot.ToJson(), ["session_type"] = "normal", ["session_id"] = session.Id,
            ["resume_gateway_url"] = Address + "resume", ["relationships"] = new JsonArray(), ["private_channels"] = new JsonArray(), ["presences"] = new JsonArray(),
            ["guilds"] = new JsonArray([.. guilds.Select(guild => (JsonNode)new JsonObject { ["id"] = guild.Id, ["unavailable"] = true })]),
            ["guild_join_requests"] = new JsonArray(), ["geo_ordered_rtc_regions"] = new JsonArray(), ["auth"] = new JsonObject(),
            ["application"] = new JsonObject { ["id"] = _world.ApplicationId, ["flags"] = 0 }, ["_trace"] = new JsonArray(),
        };
        if (shard is not null)
        {
            ready["shard"] = shard;
        }

        session.Dispatch("READY", ready);
        foreach (var guild in guilds.Where(guild => session.Takes(guild.Id, 1) && !guild.IsUnavailable))
        {
            session.Dispatch("GUILD_CREATE", guild.ToCreateJson());
        }
    }

    private void Resume(GatewayConnection connection, JsonObject data)
    {
        Resumes++;
        var session = _sessions.FirstOrDefault(one => one.Id == FormErrors.TextOf(data["session_id"]));
        if (CutsOnResume)
        {
            connection.Cut();
        }
        else if (!HasToken(data))
        {
            Refuse(connection, 4004, "Resume with a wrong token.");
        }
        else if (FormErrors.NumberOf(data["seq"]) is not { } seen || seen > session?.Number)
        {
            End(session);
            Refuse(connection, 4007, "Resume with a wrong seq.");
        }
        else if (!AcceptsResume || session is null || (session.AloneSince is { } since && _world.Now - since > SessionLife))
        {
            End(session);
            connection.Send(Frame(9, false));
        }
        else
        {
            Resumed++;
            session.Connection?.Cut();
            (connection.Session, session.Connection, session.AloneSince) = (session, connection, null);
            session.Replay(seen);
            session.Dispatch("RESUMED", new JsonObject { ["_trace"] = new JsonArray() });
        }
    }

    /// <summary>Ends a connection whose heartbeats stay away.</summary>
    private async Task WatchAsync(GatewayConnection connection)
    {
        try
        {
            while (true)
            {
                await Task.Delay(HeartbeatInterval / 2, _world.Time, connection.Ended);
                _world.Locked(() =>
                {
                    if (!connection.IsClosing && _world.Now - connection.LastHeartbeat > HeartbeatInterval * 1.5)
                    {
                        Refuse(connection, 4009, "No heartbeat.");
                    }

                    return true;
                });
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }
}
