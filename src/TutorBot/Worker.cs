using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Retrieval;
using TutorBot.Discord;
using TutorBot.Playground;
using TutorBot.Scheduling;
using TutorBot.Settings;
using TutorBot.Storage;

namespace TutorBot;

/// <summary>The running product: the loaded parts, the playground, the watch on the decks.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TutorParts _parts;

    private Worker(WebApplication app, TutorParts parts)
    {
        _app = app;
        _parts = parts;
    }

    /// <summary>Where the playground is served.</summary>
    public string Address => _app.Urls.FirstOrDefault() ?? "";

    /// <summary>Loads everything, starts, and says what it loaded and where to look.</summary>
    /// <exception cref="SettingsException">The address of the playground is taken.</exception>
    public static async Task<Worker> StartAsync(TutorSettings settings, TextWriter output, TextWriter errors, CancellationToken cancellationToken, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        var started = TimeProvider.System.GetTimestamp();
        var parts = await TutorParts.LoadAsync(settings, errors, cancellationToken).ConfigureAwait(false);
        var database = await OpenAsync(settings, time, cancellationToken).ConfigureAwait(false);
        var app = Build(settings, parts, database, errors, time);
        await app.Services.GetRequiredService<PlaygroundOutbox>().RestoreAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            parts.Dispose();
            throw new SettingsException([$"Playground:Url {settings.PlaygroundUrl} cannot be opened ({e.Message.TrimEnd('.')}). Stop what uses it, or set another, as in Playground__Url=http://127.0.0.1:5081."]);
        }

        var worker = new Worker(app, parts);
        var library = parts.Retriever.Current.Library;
        DeckReloading.Report(library, errors);
        await output.WriteLineAsync($"model   {parts.ModelFolder.Manifest.Id}").ConfigureAwait(false);
        foreach (var deck in library.Decks)
        {
            await output.WriteLineAsync($"deck    {deck.Title}: {Counted.Of(deck.Cards.Count, "card")} ({deck.FileName})").ConfigureAwait(false);
        }

        foreach (var deck in settings.DeckOwners.Keys.Where(id => library.Decks.All(deck => !deck.Id.Equals(id, StringComparison.OrdinalIgnoreCase))))
        {
            await errors.WriteLineAsync($"warning: Decks:Owners names the deck \"{deck}\", which is not loaded. Decks: {string.Join(", ", library.Decks.Select(known => known.Id))}.").ConfigureAwait(false);
        }

        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
        if (settings.Discord.Token.Length > 0)
        {
            await output.WriteLineAsync("discord connecting; the log says when it is up").ConfigureAwait(false);
        }

        await output.WriteLineAsync(settings.IsPlaygroundEnabled
            ? $"ready in {seconds} s: open {worker.Address} in a browser (Ctrl+C stops)"
            : $"ready in {seconds} s, without the playground (Playground:Enabled is false)").ConfigureAwait(false);
        return worker;
    }

    /// <summary>Until it is stopped.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // Disposing alone would leave the scheduler's threads at work.
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _parts.Dispose();
    }

    private static async Task<Database> OpenAsync(TutorSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        if (settings.PostgresConnectionString.Length > 0)
        {
            return await Database.OpenPostgresAsync(settings.PostgresConnectionString, time, cancellationToken).ConfigureAwait(false);
        }

        Directory.CreateDirectory(settings.DataFolder);
        return await Database.OpenSqliteAsync(Path.Combine(settings.DataFolder, "tutorbot.db"), time, cancellationToken).ConfigureAwait(false);
    }

    private static WebApplication Build(TutorSettings settings, TutorParts parts, Database database, TextWriter errors, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddTutorConsole();

        // A host that cannot start is reported once, in our own words.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(parts.Retriever);
        builder.Services.AddSingleton(parts.Asking);
        builder.Services.AddSingleton<CardHandler>();
        builder.Services.AddSingleton<Tutor>();
        builder.Services.AddSingleton(services => new Operators(settings.Operators, services.GetRequiredService<IReadOnlyList<IPlatform>>()));
        builder.Services.AddSingleton(services => new DeckOwners(settings.DeckOwners, services.GetRequiredService<Operators>()));
        builder.Services.AddHostedService(services => new DeckReloading(parts, services.GetRequiredService<TimeProvider>(), errors));
        builder.Services.AddStudy(
            database, new QuizLimits(TimeSpan.FromMinutes(settings.MinimumWindowMinutes)), Path.Combine(settings.DataFolder, "triggers.db"),
            IgnoreKey.Open(Path.Combine(settings.DataFolder, "ignore.key")),
            time);
        builder.Services.AddPlayground();
        if (settings.Discord.Token.Length > 0)
        {
            builder.Services.AddDiscord(settings.Discord);
        }

        builder.WebHost.UseUrls(settings.PlaygroundUrl.GetLeftPart(UriPartial.Authority));
        var app = builder.Build();
        if (settings.IsPlaygroundEnabled)
        {
            app.MapPlayground();
        }

        return app;
    }
}
