using System.CommandLine;
using TutorBot.Embeddings;
using TutorBot.Settings;
using TutorBot.Storage;

namespace TutorBot.Cli;

/// <summary>The verbs of <c>tutorbot</c>; exit code 0: done, 1: it ran and found something wrong, 2: called wrongly.</summary>
internal static class CommandLine
{
    private const int Found = 1;
    private const int CalledWrongly = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("A chat tutor that answers from flashcards and asks back")
        {
            RunCommand.Create(),
            AskCommand.Create(),
            EvaluateCommand.Create(),
            EmbedCommand.Create(),
            DecksCommand.Create(),
            QuizCommand.Create(),
            DoctorCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => RunCommand.RunAsync(cancellationToken));
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await Console.Error.WriteLineAsync($"error: {error.Message}");
            }

            // The usage of the verb that was meant.
            var path = args.TakeWhile(arg => !arg.StartsWith('-')).Where(arg => IsVerb(root, arg));
            await root.Parse([.. path, "--help"]).InvokeAsync(new InvocationConfiguration { Output = Console.Error });
            return CalledWrongly;
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            await Console.Error.WriteLineAsync($"error: {e.Message}");
            return CalledWrongly;
        }
        catch (SettingsException e)
        {
            await ReportAsync(e.Problems);
            return Found;
        }
        catch (ModelException e)
        {
            await ReportAsync(e.Problems);
            return Found;
        }
        catch (DatabaseException e)
        {
            await ReportAsync([e.Message]);
            return Found;
        }
        catch (OperationCanceledException)
        {
            return Found;
        }
    }

    private static async Task ReportAsync(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"error: {problem}");
        }
    }

    private static bool IsVerb(Command command, string name) =>
        command.Subcommands.Any(verb => verb.Name == name || IsVerb(verb, name));
}
