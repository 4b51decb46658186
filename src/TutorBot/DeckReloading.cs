using TutorBot.Core.Cards;
using TutorBot.Core.Chat;

namespace TutorBot;

/// <summary>Reads the decks again whenever their folder changes, and says so. Never ends but with the worker.</summary>
internal sealed class DeckReloading(TutorParts parts, TimeProvider time, TextWriter errors) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new DeckWatcher(parts.Decks.Path, time).RunAsync(ReloadAsync, stoppingToken);

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await parts.ReloadAsync(errors, cancellationToken).ConfigureAwait(false);
            var library = parts.Retriever.Current.Library;
            await errors.WriteLineAsync($"decks reloaded: {Counted.Of(library.Decks.Count, "deck")}, {Counted.Of(library.Cards.Count, "card")}").ConfigureAwait(false);
            Report(library, errors);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            await errors.WriteLineAsync($"error: the decks could not be reloaded ({e.Message}); the ones from before stay in use. Save the file again.").ConfigureAwait(false);
        }
    }

    /// <summary>Every problem on a line of its own, as <c>decks lint</c> prints it.</summary>
    public static void Report(LibrarySnapshot library, TextWriter output)
    {
        foreach (var problem in library.Problems)
        {
            output.WriteLine($"{(problem.IsError ? "error" : "warning")}: {problem}");
        }
    }
}
