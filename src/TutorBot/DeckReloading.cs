using TutorBot.Core.Cards;

namespace TutorBot;

/// <summary>Reads the decks again whenever their folder changes, and says so. Never ends but with the worker.</summary>
internal sealed class DeckReloading(TutorParts parts, TimeProvider time, TextWriter output) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new DeckWatcher(parts.Decks.Path, time).RunAsync(ReloadAsync, stoppingToken);

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await parts.ReloadAsync(output, cancellationToken).ConfigureAwait(false);
            var library = parts.Retriever.Current.Library;
            await output.WriteLineAsync($"decks reloaded: {library.Decks.Count} decks, {library.Cards.Count} cards").ConfigureAwait(false);
            Report(library, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            await output.WriteLineAsync($"error: the decks could not be reloaded ({e.Message}); the ones from before stay in use. Save the file again.").ConfigureAwait(false);
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
