using System.CommandLine;
using System.Globalization;
using System.Text;
using TutorBot.Core.Cards;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Settings;

namespace TutorBot.Cli;

/// <summary><c>tutorbot quiz preview CARD</c>: the question that would be posted for a card.</summary>
internal static class QuizCommand
{
    private const long DefaultSeed = 1;

    public static Command Create() => new("quiz", "Look at questions") { Preview() };

    private static Command Preview()
    {
        var card = new Argument<string>("CARD") { Description = "A number, an id such as deep-learning#166, or a name" };
        var form = new Option<string?>("--form")
        {
            Description = $"The form: {string.Join(", ", QuizTypes.All.Select(type => type.Name))}; without it the seed draws one",
            HelpName = "NAME",
        };
        var seed = new Option<long>("--seed") { Description = "What the question is drawn with", HelpName = "N", DefaultValueFactory = _ => DefaultSeed };
        var decks = CommonOptions.Decks();
        var json = CommonOptions.Json();
        var command = new Command("preview", "The question that would be posted for a card") { card, form, seed, decks, json };
        command.SetAction((result, cancellationToken) => PreviewAsync(
            result.GetValue(card) ?? "", result.GetValue(form), result.GetValue(seed), result.GetValue(decks), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> PreviewAsync(string term, string? form, long seed, string? decks, bool isJson, CancellationToken cancellationToken)
    {
        using var parts = await TutorParts.LoadAsync(
            StartCheck.Read(SettingsSources.Build(), decks, mustKeep: false, Console.Error), Console.Error, cancellationToken).ConfigureAwait(false);
        CommonOptions.RequireDecks(parts.Retriever.Current.Library);
        var card = Find(parts.Retriever.Current.Library, term);
        var maker = QuestionMaker.Of(parts.Retriever.Current);
        var chosen = form ?? maker.DrawForm(card.Id, seed) ?? throw new UsageException($"No question can be made of card {card.Id}.");
        var made = maker.Make(card.Id, chosen, seed);
        var question = made.Question ?? throw new UsageException($"{made.Reason}.");
        Console.Out.WriteLine(isJson ? JsonOutput.Of(ToJson(question)) : ToText(question));
        return 0;
    }

    /// <exception cref="UsageException">There is none, or several.</exception>
    private static Card Find(LibrarySnapshot library, string term) => library.Lookup.Resolve(term) switch
    {
        [var card] => card,
        [] => throw new UsageException($"There is no card \"{term}\". Write its number, its id (deep-learning#166) or its name."),
        var several => throw new UsageException($"\"{term}\" means several cards: {string.Join(", ", several.Select(card => card.Id))}. Write one of these ids."),
    };

    private static object ToJson(Question question) => new
    {
        card = question.Card.ToString(),
        form = question.Form,
        seed = question.Seed,
        prompt = question.Prompt,
        options = question.Options.Select(option => option.Text),
        key = question.Key,
        accepts = question.Accepts,
    };

    /// <summary>As a person would read it, and the answer.</summary>
    private static string ToText(Question question)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{question.Reveal.Term} ({question.Card}), form {question.Form}, seed {question.Seed}\n\n")
            .Append(question.Prompt);
        for (var i = 0; i < question.Options.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{(i == question.Key ? '✔' : ' ')} {(char)('A' + i)}  {question.Options[i].Text}");
        }

        if (question.Key is { } key)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\nAnswer: {(char)('A' + key)}");
        }
        else
        {
            text.Append("\n\nAccepted: ").AppendJoin(", ", question.Accepts);
        }

        return text.ToString();
    }
}
