using System.CommandLine;
using TutorBot.Core.Retrieval;
using TutorBot.Settings;

namespace TutorBot.Cli;

/// <summary><c>tutorbot ask QUESTION</c>: one answer, as a person would get it.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("QUESTION") { Description = "What you want to know" };
        var decks = CommonOptions.Decks();
        var deck = CommonOptions.Deck();
        var json = CommonOptions.Json();
        var command = new Command("ask", "One answer, as a person would get it") { question, decks, deck, json };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(question) ?? "", result.GetValue(decks), result.GetValue(deck), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string question, string? decks, string? deck, bool isJson, CancellationToken cancellationToken)
    {
        using var parts = await TutorParts.LoadAsync(
            StartCheck.Read(SettingsSources.Build(), decks, mustKeep: false, Console.Error), Console.Error, cancellationToken).ConfigureAwait(false);
        CommonOptions.RequireDecks(parts.Retriever.Current.Library);
        CommonOptions.RequireDeck(parts.Retriever.Current.Library, deck);
        var started = TimeProvider.System.GetTimestamp();
        var answer = await parts.Asking.AnswerAsync(question, deck, cancellationToken).ConfigureAwait(false);
        var elapsed = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
        var text = PlainText.Render(answer.Blocks);
        Console.Out.WriteLine(isJson ? JsonOutput.Of(ToJson(question, answer, text, elapsed)) : text);
        return 0;
    }

    private static object ToJson(string question, Answer answer, string text, double elapsedMilliseconds) => new
    {
        question,
        band = answer.Band,
        confidence = Math.Round(answer.Confidence, 4),
        intent = answer.Intent,
        cards = answer.Cards.Take(AskHandler.CardsShown).Select(ranked => new
        {
            deck = ranked.Card.Id.Deck,
            number = ranked.Card.Id.Number,
            title = ranked.Card.Title,
            score = Math.Round(ranked.Score, 4),
        }),
        text,
        sources = answer.Sources.Select(card => card.Id.ToString()),
        elapsedMs = Math.Round(elapsedMilliseconds, 2),
    };
}
