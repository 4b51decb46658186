using System.CommandLine;
using TutorBot.Core.Cards;
using TutorBot.Settings;
using Counted = TutorBot.Core.Chat.Counted;

namespace TutorBot.Cli;

/// <summary><c>tutorbot decks list</c> and <c>tutorbot decks lint PATH…</c>.</summary>
internal static class DecksCommand
{
    public static Command Create() => new("decks", "List and check decks") { List(), Lint() };

    private static Command List()
    {
        var decks = CommonOptions.Decks();
        var json = CommonOptions.Json();
        var command = new Command("list", "Decks with sizes and sections") { decks, json };
        command.SetAction(result =>
        {
            var folder = result.GetValue(decks) ?? TutorSettings.Read(SettingsSources.Build()).DecksFolder;
            var library = new DeckFolder(folder).Load();
            if (result.GetValue(json))
            {
                Console.Out.WriteLine(JsonOutput.Of(library.Decks.Select(deck => new
                {
                    id = deck.Id,
                    title = deck.Title,
                    file = deck.FileName,
                    cards = deck.Cards.Count,
                    sections = deck.Sections.Select(section => new { title = section.Title, cards = section.CardCount }),
                })));
            }
            else
            {
                foreach (var deck in library.Decks)
                {
                    Console.Out.WriteLine($"{deck.Id}: {deck.Title}, {Counted.Of(deck.Cards.Count, "card")} ({deck.FileName})");
                    foreach (var section in deck.Sections)
                    {
                        Console.Out.WriteLine($"  {section.Title}: {Counted.Of(section.CardCount, "card")}");
                    }
                }
            }

            Report(library.Problems, Console.Error);
            return library.Decks.Count == 0 ? 1 : 0;
        });
        return command;
    }

    private static Command Lint()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Deck files, or folders of them", Arity = ArgumentArity.OneOrMore };
        var json = CommonOptions.Json();
        var command = new Command("lint", "Every problem of every file, with line and remedy") { paths, json };
        command.SetAction(result =>
        {
            var problems = (result.GetValue(paths) ?? []).SelectMany(Problems).ToList();
            if (result.GetValue(json))
            {
                Console.Out.WriteLine(JsonOutput.Of(problems.Select(problem => new
                {
                    file = problem.FileName,
                    line = problem.Line,
                    severity = problem.IsError ? "error" : "warning",
                    what = problem.What,
                    remedy = problem.Remedy,
                })));
            }
            else
            {
                Report(problems, Console.Out);
                if (problems.Count == 0)
                {
                    Console.Out.WriteLine("No problems.");
                }
            }

            return problems.Any(problem => problem.IsError) ? 1 : 0;
        });
        return command;
    }

    /// <summary>The problems with their files as they were named here: folders may hold files of one name.</summary>
    private static IEnumerable<DeckProblem> Problems(string path) => Directory.Exists(path)
        ? new DeckFolder(path).Load().Problems.Select(problem => problem with { FileName = problem.FileName == path ? path : Path.Combine(path, problem.FileName) })
        : DeckFolder.Read(path).Problems.Select(problem => problem with { FileName = path });

    private static void Report(IEnumerable<DeckProblem> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            output.WriteLine($"{(problem.IsError ? "error" : "warning")}: {problem}");
        }
    }
}
