using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>A gateway whose every frame a test writes: for what a faithful server would never send.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly WebApplication _app;
    private readonly Channel<GatewayPeer> _peers = Channel.CreateUnbounded<GatewayPeer>();

    private ScriptedGateway(WebApplication app) => _app = app;

    /// <summary>Where to connect to; a connection by <c>/resume</c> is told apart by its path.</summary>
    public Uri Url => new(_app.Urls.First().Replace("http://", "ws://", StringComparison.Ordinal));

    /// <summary>Starts one.</summary>
    public static async Task<ScriptedGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gateway = new ScriptedGateway(app);
        app.UseWebSockets();
        app.Run(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var peer = new GatewayPeer(socket, context.Request.Path.Value ?? "", context.Abort);
            await gateway._peers.Writer.WriteAsync(peer);
            await peer.Over;
        });
        await app.StartAsync();
        return gateway;
    }

    /// <summary>The next connection.</summary>
    public async Task<GatewayPeer> AcceptAsync()
    {
        using var tooLong = new CancellationTokenSource(Patience);
        return await _peers.Reader.ReadAsync(tooLong.Token);
    }

    public async ValueTask DisposeAsync()
    {
        while (_peers.Reader.TryRead(out var peer))
        {
            peer.Cut();
        }

        await _app.DisposeAsync();
    }
}
