using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Discord.Api;
using TutorBot.Discord.Commands;
using TutorBot.Discord.Gateway;
using TutorBot.Discord.Interactions;

namespace TutorBot.Discord;

/// <summary>Puts the adapter together.</summary>
public static class DiscordServices
{
    private const double Steps = 1 << 24;

    /// <summary>What is registered with Discord, for all servers.</summary>
    public static JsonArray CommandDefinitions() => Commands.CommandDefinitions.All(isGlobal: true);

    /// <summary>Looks at Discord without connecting to its gateway.</summary>
    public static async Task<IReadOnlyList<(string Check, bool IsGood, string What)>> CheckAsync(
        DiscordOptions options, IReadOnlyList<ChannelRef> channels, TimeProvider time, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(time).AddSingleton<DiscordCheck>(provider => new DiscordCheck(provider.GetRequiredService<DiscordCalls>(), provider.GetRequiredService<CommandRegistration>()));
        AddCalls(services, options);
        var provider = services.BuildServiceProvider();
        await using (provider.ConfigureAwait(false))
        {
            return await provider.GetRequiredService<DiscordCheck>().RunAsync(channels, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds Discord; the tutor, a retriever and a clock must be there too.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions options)
    {
        AddCalls(services, options);

        // Threads for what blocks, and as many again for acknowledgements and heartbeats, which wait for nobody.
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, 2 * InteractionHandler.MostAtOnce), ports);
        services.AddSingleton<InteractionHandler>().AddSingleton<DiscordEvents>().AddSingleton<Shards>();
        services.AddSingleton<DiscordPlatform>().AddSingleton<IPlatform>(provider => provider.GetRequiredService<DiscordPlatform>());
        services.AddSingleton<IHostedService, DiscordService>();
        return services;
    }

    private static void AddCalls(IServiceCollection services, DiscordOptions options)
    {
        Func<double> jitter = () => RandomNumberGenerator.GetInt32((int)Steps) / Steps;
        // The paths of interactions hold their tokens: the client's own log would write them down.
        services.AddHttpClient(DiscordApi.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        services.AddSingleton(options).AddSingleton(jitter);
        services.AddSingleton(provider => new DiscordApi(
            provider.GetRequiredService<IHttpClientFactory>(), options, jitter, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DiscordApi>>()));
        services.AddSingleton<DiscordCalls>().AddSingleton<CommandRegistration>();
    }
}
